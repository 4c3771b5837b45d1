using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>Balances on a surface that change all at once: the invariant, the prices, the box; no tables, so O(N²) and no allocation.</summary>
/// <remarks>In double-double; where bits cancel beyond that, through a prepared state in quad-double, which allocates. Mutable: one thread at a time.
/// Source: spec 01-surface, section 2.</remarks>
internal sealed class SurfacePoint
{
    private readonly DoubleDouble[] _balances;
    private readonly DoubleDouble[] _image;
    private readonly DoubleDouble[] _gradient;
    private readonly double[] _magnitude;

    /// <summary>No balances yet: an invariant of 0.</summary>
    public SurfacePoint(EllipsoidSurface surface)
    {
        int n = surface.Dimension;
        Surface = surface;
        _balances = new DoubleDouble[n];
        _image = new DoubleDouble[n];
        _gradient = new DoubleDouble[n];
        _magnitude = new double[n];
    }

    /// <summary>The surface.</summary>
    public EllipsoidSurface Surface { get; private set; }

    /// <summary>r; 0 without balances.</summary>
    public DoubleDouble Invariant { get; private set; }

    /// <summary>s₀.</summary>
    public DoubleDouble Root { get; private set; }

    /// <summary>χ over pairs of different assets: at most 1 inside the price box.</summary>
    public double BoxExcess { get; private set; }

    /// <summary>The growth of the invariant per unit of asset i, at the margin and relative: −g_i/(r·s₀).</summary>
    public double GrowthPerUnit(int asset) => (-_gradient[asset] / (Invariant * Root)).High;

    /// <summary>r/r₀ − 1 against an earlier point.</summary>
    public double GrowthFrom(SurfacePoint earlier) => ((Invariant - earlier.Invariant) / earlier.Invariant).High;

    /// <summary>Takes over another point's surface and numbers.</summary>
    public void CopyFrom(SurfacePoint other)
    {
        Surface = other.Surface;
        (Invariant, Root, BoxExcess) = (other.Invariant, other.Root, other.BoxExcess);
        other._gradient.CopyTo(_gradient.AsSpan());
    }

    /// <summary>Leaves every balance at 0.</summary>
    public void Empty() => (Invariant, Root, BoxExcess) = (DoubleDouble.Zero, DoubleDouble.Zero, 0);

    /// <summary>Moves to other balances; anything but <see cref="StateVerdict.Good"/> leaves the point without meaning.</summary>
    /// <param name="surface">The surface that they lie on from now on, of the same dimension.</param>
    /// <param name="balances">N balances in surface units, finite, none below 0, not all 0.</param>
    public StateVerdict MoveTo(EllipsoidSurface surface, ReadOnlySpan<double> balances)
    {
        Surface = surface;
        for (int i = 0; i < balances.Length; i++)
        {
            _balances[i] = balances[i];
        }

        SurfaceNumbers<DoubleDouble> numbers = surface.Double;
        StateVerdict verdict = StatePreparation.Evaluate<DoubleDouble>(numbers, _balances, _balances, _image, _gradient, _magnitude, out DoubleDouble root, out _);
        if (verdict == StateVerdict.Imprecise)
        {
            return MoveInQuadDouble(surface, balances);
        }

        if (verdict == StateVerdict.Good)
        {
            Root = root;
            Invariant = (ExtendedDot.Compute<DoubleDouble>(numbers.OffsetImage, _balances) + root) / numbers.Kappa;
            MeasureBox();
        }

        return verdict;
    }

    private StateVerdict MoveInQuadDouble(EllipsoidSurface surface, ReadOnlySpan<double> balances)
    {
        EllipsoidState? state = surface.Prepare(balances, [], out _);
        if (state is null)
        {
            return StateVerdict.OutsideCone;
        }

        (Invariant, Root) = (state.Exact.Invariant, state.Exact.Root);
        state.Exact.CopyGradient(_gradient);
        MeasureBox();
        return StateVerdict.Good;
    }

    private void MeasureBox()
    {
        Span<Binary64> prices = stackalloc Binary64[_gradient.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = Binary64.FromDouble(-_gradient[i].High);
        }

        BoxExcess = Binary64.ToDouble(Surface.Box.ExcessAcross<Binary64>(prices));
    }
}
