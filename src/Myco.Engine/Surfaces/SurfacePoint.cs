using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>Balances on a surface that change all at once: the invariant, the prices, the box; no tables, so O(N²) and no allocation.</summary>
/// <remarks><para>In double-double; where bits cancel beyond that, through a prepared state in quad-double, which allocates. Mutable: one thread at a time.</para>
/// <para>Everything is kept κ-fold, κr = t·v + s₀ and −κg = s₀t + Mv, as ratios do not need the division. Source: spec 01-surface, section 2.</para></remarks>
internal sealed class SurfacePoint
{
    private readonly DoubleDouble[] _balances;
    private readonly DoubleDouble[] _image;
    private readonly DoubleDouble[] _prices;
    private readonly double[] _magnitude;
    private DoubleDouble _scaledInvariant;
    private DoubleDouble _root;
    private double _boxExcess;

    /// <summary>No balances yet: an invariant of 0.</summary>
    public SurfacePoint(EllipsoidSurface surface)
    {
        int n = surface.Dimension;
        Surface = surface;
        _balances = new DoubleDouble[n];
        _image = new DoubleDouble[n];
        _prices = new DoubleDouble[n];
        _magnitude = new double[n];
    }

    /// <summary>The surface.</summary>
    public EllipsoidSurface Surface { get; private set; }

    /// <summary>Whether there are no balances.</summary>
    public bool IsEmpty => !(_scaledInvariant.High > 0);

    /// <summary>r; 0 without balances.</summary>
    public double Invariant => (_scaledInvariant / Surface.InDoubleDouble.Kappa).High;

    /// <summary>χ over pairs of different assets: at most 1 inside the price box; 0 without balances.</summary>
    public double BoxExcess => double.IsNaN(_boxExcess) ? _boxExcess = MeasureBox() : _boxExcess;

    /// <summary>The growth of the invariant per unit of asset i, at the margin and relative: −g_i/(r·s₀).</summary>
    public double GrowthPerUnit(int asset) => (_prices[asset] / (_scaledInvariant * _root)).High;

    /// <summary>r/r₀ − 1 against an earlier point on the same surface.</summary>
    public double GrowthFrom(SurfacePoint earlier) => ((_scaledInvariant - earlier._scaledInvariant) / earlier._scaledInvariant).High;

    /// <summary>Takes over another point's surface and numbers.</summary>
    public void CopyFrom(SurfacePoint other)
    {
        Surface = other.Surface;
        (_scaledInvariant, _root, _boxExcess) = (other._scaledInvariant, other._root, other._boxExcess);
        other._prices.CopyTo(_prices.AsSpan());
    }

    /// <summary>Leaves every balance at 0.</summary>
    public void Empty() => (_scaledInvariant, _root, _boxExcess) = (DoubleDouble.Zero, DoubleDouble.Zero, 0);

    /// <summary>Moves to other balances; anything but <see cref="StateVerdict.Good"/> leaves the point without meaning.</summary>
    /// <param name="surface">The surface that they lie on from now on, of the same dimension.</param>
    /// <param name="balances">N balances in surface units, finite, none below 0, not all 0.</param>
    public StateVerdict MoveTo(EllipsoidSurface surface, ReadOnlySpan<double> balances)
    {
        Surface = surface;
        _boxExcess = double.NaN;
        for (int i = 0; i < balances.Length; i++)
        {
            _balances[i] = balances[i];
        }

        SurfaceNumbers<DoubleDouble> numbers = surface.InDoubleDouble;
        StateVerdict verdict = StatePreparation.Evaluate<DoubleDouble>(numbers, _balances, _balances, _image, _prices, _magnitude, out _root, out _);
        if (verdict == StateVerdict.Good)
        {
            _scaledInvariant = ExtendedDot.Compute<DoubleDouble>(numbers.OffsetImage, balances) + _root;
        }

        return verdict == StateVerdict.Imprecise ? MoveInQuadDouble(surface, balances) : verdict;
    }

    private StateVerdict MoveInQuadDouble(EllipsoidSurface surface, ReadOnlySpan<double> balances)
    {
        EllipsoidState? state = surface.Prepare(balances, [], out _);
        if (state is null)
        {
            return StateVerdict.OutsideCone;
        }

        DoubleDouble kappa = surface.InDoubleDouble.Kappa;
        (_scaledInvariant, _root) = (state.Extended.Invariant * kappa, state.Extended.Root);
        state.Extended.CopyGradient(_prices);
        foreach (ref DoubleDouble price in _prices.AsSpan())
        {
            price *= -kappa;
        }

        return StateVerdict.Good;
    }

    private double MeasureBox()
    {
        Span<Lane1> prices = stackalloc Lane1[_prices.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = _prices[i].High;
        }

        return Lane1.ToDouble(Surface.Box.ExcessAcross<Lane1>(prices));
    }
}
