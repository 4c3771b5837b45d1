using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary><see cref="ExtendedState"/> in the precision <typeparamref name="TReal"/>.</summary>
internal sealed class ExtendedState<TReal>(StateNumbers<TReal> numbers, Converter<TReal, DoubleDouble> toDoubleDouble) : ExtendedState
    where TReal : unmanaged, IExtendedReal<TReal>
{
    public override DoubleDouble Invariant => toDoubleDouble(numbers.Invariant);

    public override DoubleDouble Root => toDoubleDouble(numbers.Root);

    public override StateDrift Drift => numbers.Drift;

    public override void CopyGradient(Span<DoubleDouble> gradient) => Copy(numbers.Gradient, gradient);

    public override void CopyBalances(Span<DoubleDouble> balances) => Copy(numbers.Balances, balances);

    public override StateNumbers<Lane1> Round(SurfaceNumbers<Lane1> surface) =>
        numbers.Convert(surface, value => TReal.ToDouble(value));

    public override double Mixed(int j, int k) => TReal.ToDouble(numbers.Mixed(j, k));

    public override double BurnSlope(int asset) => TReal.ToDouble(numbers.BurnSlope(asset));

    public override double BoxExcess(PriceBox box)
    {
        Span<TReal> prices = stackalloc TReal[numbers.Dimension];
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = -numbers.Gradient[i];
        }

        return TReal.ToDouble(box.Excess<TReal>(prices));
    }

    public override SwapReach.Reach FindReach(int assetIn, int assetOut) => SwapReach.Find(numbers, assetIn, assetOut);

    public override bool IsFeasible(SwapKind kind, int assetIn, int assetOut, double amount) =>
        SwapReach.IsFeasible(numbers, kind, assetIn, assetOut, amount);

    public override double Swap(SwapKind kind, int assetIn, int assetOut, double amount) =>
        new SwapPair<TReal>(numbers, assetIn, assetOut).Solve(kind, amount);

    public override Quote Mint(ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts, PriceBox box) =>
        MintFormula.Solve(numbers, assets, amounts, box).Quote;

    public override Quote Burn(int asset, double fraction) =>
        BurnFormula.Burn(numbers, asset, fraction, numbers.BurnSlope(asset)).Quote;

    public override Quote Deposit(int asset, double growth, PriceBox box) =>
        BurnFormula.Deposit(numbers, asset, growth, numbers.BurnSlope(asset), box).Quote;

    private void Copy(TReal[] from, Span<DoubleDouble> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = toDoubleDouble(from[i]);
        }
    }
}
