using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>Balances that trades are applied to, one after another: a swap costs O(N), and the numbers stay good to a quote's last bit.</summary>
/// <remarks><para>Balances, gradient, invariant and s₀ are kept in double-double and follow the balances exactly, fees and the rounding
/// of each amount included. Bounds on their drift are carried along (<see cref="StateDrift"/>); before it could show in a quote the state is prepared anew
/// from the balances, O(N²).</para>
/// <para>Mutable: one thread at a time. A refused trade leaves no trace. Swaps allocate nothing until the drift forces a new
/// preparation. Source: spec 01-surface, sections 2 to 4.</para></remarks>
public sealed partial class SteppedState
{
    private readonly double[] _balances;
    private readonly double[] _balancesLow;
    private double[] _gradient;
    private double[] _gradientLow;
    private double[] _nextGradient;
    private double[] _nextGradientLow;
    private DoubleDouble _invariant;
    private DoubleDouble _root;
    private StateDrift _drift;
    private EllipsoidState? _prepared;

    internal SteppedState(EllipsoidState state)
    {
        int n = state.Dimension;
        Surface = state.Surface;
        (_balances, _balancesLow) = (state.Balances.ToArray(), state.BalancesLow.ToArray());
        int padded = SurfaceColumns.PaddedLength(n);
        (_gradient, _gradientLow, _nextGradient, _nextGradientLow) = (new double[padded], new double[padded], new double[padded], new double[padded]);

        // The padding stays far below every price, so that it is never the greatest component.
        _gradient.AsSpan(n).Fill(double.MinValue);
        Adopt(state);
    }

    /// <summary>The surface that the balances lie on.</summary>
    public EllipsoidSurface Surface { get; }

    /// <summary>N, the number of assets.</summary>
    public int Dimension => _balances.Length;

    /// <summary>v, the balances in surface units, rounded.</summary>
    public ReadOnlySpan<double> Balances => _balances;

    /// <summary>What the balances are beyond <see cref="Balances"/>.</summary>
    public ReadOnlySpan<double> BalancesLow => _balancesLow;

    /// <summary>g, every component below 0.</summary>
    public ReadOnlySpan<double> Gradient => _gradient.AsSpan(0, Dimension);

    /// <summary>r.</summary>
    public double Invariant => _invariant.High;

    /// <summary>The number of times that the state was prepared anew: before drift could show, or for a trade of all assets.</summary>
    public int Rebuilds { get; private set; }

    /// <summary>The price of asset out in units of asset in, g_out/g_in.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An asset is not of this surface.</exception>
    public double SpotPrice(int assetIn, int assetOut)
    {
        CheckAsset(assetIn, nameof(assetIn));
        CheckAsset(assetOut, nameof(assetOut));
        return _gradient[assetOut] / _gradient[assetIn];
    }

    /// <summary>The deposit of one asset per unit of relative growth of the invariant, at the margin: −r·s₀/g_i.</summary>
    /// <param name="asset">i, the asset deposited.</param>
    /// <exception cref="ArgumentOutOfRangeException">The asset is not of this surface.</exception>
    public double MintPrice(int asset)
    {
        CheckAsset(asset, nameof(asset));
        return -_invariant.High * _root.High / _gradient[asset];
    }

    /// <summary>The present balances as an immutable prepared state; O(N²) after a trade, kept until the next.</summary>
    /// <exception cref="InvalidOperationException">Rounding has carried the balances off the surface's arc: a defect, please report it.</exception>
    public EllipsoidState ToPrepared() => _prepared
        ??= Surface.Prepare(_balances, _balancesLow, out string? problem) ?? throw new InvalidOperationException(problem);

    internal StateDrift Drift => _drift;

    internal DoubleDouble Root => _root;

    internal ReadOnlyDoubleDoubleSpan GradientSpan => new(_gradient, _gradientLow);

    private void CheckAsset(int asset, string parameter) => StateGuards.CheckAsset(asset, Dimension, parameter);

    /// <summary>Takes over the numbers of a prepared state of these balances.</summary>
    private void Adopt(EllipsoidState state)
    {
        Span<DoubleDouble> gradient = stackalloc DoubleDouble[Dimension];
        state.Extended.CopyGradient(gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            (_gradient[i], _gradientLow[i]) = (gradient[i].High, gradient[i].Low);
        }

        (_invariant, _root, _drift, _prepared) = (state.Extended.Invariant, state.Extended.Root, state.Extended.Drift, state);
    }
}
