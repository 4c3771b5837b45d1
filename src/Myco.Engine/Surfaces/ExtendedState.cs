using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>A state in the extended precision that its balances called for: what a quote falls back on where binary64 cannot tell.</summary>
internal abstract class ExtendedState
{
    public abstract DoubleDouble Invariant { get; }

    public abstract DoubleDouble Root { get; }

    public abstract StateDrift Drift { get; }

    public abstract void CopyGradient(Span<DoubleDouble> gradient);

    public abstract void CopyBalances(Span<DoubleDouble> balances);

    public abstract StateNumbers<Lane1> Round(SurfaceNumbers<Lane1> surface);

    public abstract double Mixed(int j, int k);

    public abstract double BurnSlope(int asset);

    public abstract double BoxExcess(PriceBox box);

    public abstract SwapReach.Reach FindReach(int assetIn, int assetOut);

    public abstract bool IsFeasible(SwapKind kind, int assetIn, int assetOut, double amount);

    public abstract double Swap(SwapKind kind, int assetIn, int assetOut, double amount);

    public abstract Quote Mint(ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts, PriceBox box);

    public abstract Quote Burn(int asset, double fraction);

    public abstract Quote Deposit(int asset, double growth, PriceBox box);
}
