using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Surfaces;

/// <summary>The N-asset ellipsoidal bonding surface |A(v − r·o)|² = r² with A = diag(1/λ)·Qᵀ.</summary>
/// <remarks><para>Immutable; safe to share between threads. Making one costs milliseconds (quad-double, once); preparing a
/// state from it by <see cref="At(ReadOnlySpan{double})"/> microseconds; a quote from a state nanoseconds.</para>
/// <para>N = 2 with stretch (λ, 1) and bounds (1, 1) on asset 1 is the Gyroscope E-CLP; all λ = 1 is the hypersphere.</para>
/// <para>Source: spec 01-surface.</para></remarks>
public sealed class EllipsoidSurface
{
    /// <summary>Above this stretch 106 bits cannot be relied on for limits and verdicts, and every state is prepared in 212.</summary>
    private const double LargestDoubleDoubleStretch = 2e6;

    private readonly bool _needsQuadDouble;
    private readonly double[] _unitOffset;

    private EllipsoidSurface(SurfaceDefinition definition, SurfaceNumbers<QuadDouble> numbers)
    {
        Definition = definition;
        InQuadDouble = numbers;
        InDoubleDouble = SurfaceNumbers<DoubleDouble>.Round(numbers);
        InBinary64 = SurfaceNumbers<Binary64>.Round(numbers);
        Columns = new(numbers);
        Box = new(definition.PriceLower.ToArray(), definition.PriceUpper.ToArray());
        _unitOffset = Array.ConvertAll(numbers.UnitOffset, QuadDouble.ToDouble);
        foreach (double factor in definition.Stretch)
        {
            _needsQuadDouble |= factor > LargestDoubleDoubleStretch;
        }
    }

    /// <summary>The numbers that the surface was made from.</summary>
    public SurfaceDefinition Definition { get; }

    /// <summary>N, the number of assets, 2 to 64.</summary>
    public int Dimension => _unitOffset.Length;

    /// <summary>λ, the stretch factor of each axis.</summary>
    public ReadOnlySpan<double> Stretch => Definition.Stretch;

    /// <summary>α, the lower price bound of each asset.</summary>
    public ReadOnlySpan<double> PriceLower => Definition.PriceLower;

    /// <summary>β, the upper price bound of each asset.</summary>
    public ReadOnlySpan<double> PriceUpper => Definition.PriceUpper;

    /// <summary>o, the virtual offset of each asset per unit of the invariant, rounded once.</summary>
    public ReadOnlySpan<double> UnitOffset => _unitOffset;

    /// <summary>κ = o·Go − 1, above 0, rounded once.</summary>
    public double Kappa => InQuadDouble.Kappa.X0;

    internal SurfaceNumbers<QuadDouble> InQuadDouble { get; }

    internal SurfaceNumbers<DoubleDouble> InDoubleDouble { get; }

    internal SurfaceNumbers<Binary64> InBinary64 { get; }

    internal SurfaceColumns Columns { get; }

    internal PriceBox Box { get; }

    /// <summary>A surface from stretch factors and the angles of its rotation, Q = ∏ G(i,j,θ_ij), each factor multiplied on the right.</summary>
    /// <param name="stretch">N factors, 1 to 1e8.</param>
    /// <param name="angles">N(N−1)/2 angles in radians, in the order (0,1),(0,2)…(0,N−1),(1,2)….</param>
    /// <param name="priceLower">N lower price bounds, 1e-12 to 1e12.</param>
    /// <param name="priceUpper">N upper price bounds, none below its lower one, at least one above it.</param>
    /// <exception cref="ArgumentException">A number is outside its limits, a count is wrong, or an offset cannot be proved.</exception>
    public static EllipsoidSurface FromAngles(
        ReadOnlySpan<double> stretch, ReadOnlySpan<double> angles, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper)
    {
        SurfaceGuards.CheckStretch(stretch);
        SurfaceGuards.CheckAngles(angles, stretch.Length);
        SurfaceGuards.CheckPrices(priceLower, priceUpper, stretch.Length);
        QuadDouble[] rotation = new QuadDouble[stretch.Length * stretch.Length];
        RotationAngles.ToMatrix(angles, rotation);
        return Make(new(SurfaceForm.Angles, stretch.ToArray(), angles.ToArray(), priceLower.ToArray(), priceUpper.ToArray()), rotation);
    }

    /// <summary>A surface from stretch factors and its rotation, which is factored into angles in quad-double; the angles define the surface.</summary>
    /// <param name="stretch">N factors, 1 to 1e8.</param>
    /// <param name="rotation">Q, row-major N×N, with |QᵀQ − I| ≤ 1e-12 and determinant +1.</param>
    /// <param name="priceLower">N lower price bounds, 1e-12 to 1e12.</param>
    /// <param name="priceUpper">N upper price bounds, none below its lower one, at least one above it.</param>
    /// <exception cref="ArgumentException">A number is outside its limits, a count is wrong, Q is not a rotation, or an offset cannot be proved.</exception>
    public static EllipsoidSurface FromRotation(
        ReadOnlySpan<double> stretch, ReadOnlySpan<double> rotation, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper)
    {
        int n = stretch.Length;
        SurfaceGuards.CheckStretch(stretch);
        SurfaceGuards.CheckRotation(rotation, n);
        SurfaceGuards.CheckPrices(priceLower, priceUpper, n);
        QuadDouble[] angles = new QuadDouble[n * (n - 1) / 2];
        RotationAngles.FromMatrix(rotation, angles);
        QuadDouble[] exact = new QuadDouble[n * n];
        RotationAngles.ToMatrix(angles, exact);
        return Make(new(SurfaceForm.Rotation, stretch.ToArray(), rotation.ToArray(), priceLower.ToArray(), priceUpper.ToArray()), exact);
    }

    /// <summary>The surface of a Gyroscope E-CLP: stretch (λ, 1), rotation by (c, s) normalised in quad-double, bounds (α, β) on
    /// the price of asset 0 and (1, 1) on asset 1.</summary>
    /// <param name="alpha">Lower bound of the price of asset 0 in asset 1.</param>
    /// <param name="beta">Upper bound, above <paramref name="alpha"/>.</param>
    /// <param name="c">Cosine, 0 to 1.</param>
    /// <param name="s">Sine, 0 to 1, with |c² + s² − 1| ≤ 1e-9.</param>
    /// <param name="lambda">Stretch factor, 1 to 1e8.</param>
    /// <exception cref="ArgumentException">A number is outside its limits.</exception>
    public static EllipsoidSurface FromEclp(double alpha, double beta, double c, double s, double lambda)
    {
        EclpDefinition parameters = new(alpha, beta, c, s, lambda);
        double[] stretch = [lambda, 1];
        double[] priceLower = [alpha, 1];
        double[] priceUpper = [beta, 1];
        SurfaceGuards.CheckEclp(parameters);
        SurfaceGuards.CheckStretch(stretch);
        SurfaceGuards.CheckPrices(priceLower, priceUpper, 2);
        QuadDouble norm = QuadDouble.Sqrt((QuadDouble)DoubleDouble.Product(c, c) + DoubleDouble.Product(s, s));
        QuadDouble[] rotation = new QuadDouble[4];
        RotationAngles.ToMatrix([(QuadDouble)c / norm], [(QuadDouble)s / norm], rotation);
        return Make(new(SurfaceForm.Eclp, stretch, [], priceLower, priceUpper, parameters), rotation);
    }

    /// <summary>The state that the balances define, prepared for quotes.</summary>
    /// <param name="balances">N balances in surface units (amount times rate), each finite and not below 0, not all 0.</param>
    /// <exception cref="ArgumentException">The balances are no state of this surface: the message says why.</exception>
    public EllipsoidState At(ReadOnlySpan<double> balances) => At(balances, []);

    /// <summary>As <see cref="At(ReadOnlySpan{double})"/>, for balances that carry a second binary64 number below their last place,
    /// as those of a stepped state do.</summary>
    /// <param name="balances">N balances in surface units, rounded.</param>
    /// <param name="balancesLow">What each balance is above its rounded value; N numbers, none beyond a unit in the last place, or nothing for zeros.</param>
    /// <exception cref="ArgumentException">The balances are no state of this surface: the message says why.</exception>
    public EllipsoidState At(ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow)
    {
        EllipsoidState? state = Prepare(balances, balancesLow, out string? problem);
        if (state is null)
        {
            SurfaceGuards.Throw(nameof(balances), problem!);
        }

        return state;
    }

    /// <summary>As <see cref="At(ReadOnlySpan{double})"/>, answering false where the balances are no state of this surface.</summary>
    /// <param name="balances">N balances in surface units.</param>
    /// <param name="state">The state, or null.</param>
    public bool TryAt(ReadOnlySpan<double> balances, [NotNullWhen(true)] out EllipsoidState? state) =>
        (state = Prepare(balances, [], out _)) is not null;

    internal EllipsoidState? Prepare(ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow, out string? problem)
    {
        problem = StateGuards.Problem(balances, balancesLow, Dimension);
        if (problem is not null)
        {
            return null;
        }

        Span<DoubleDouble> exact = stackalloc DoubleDouble[Dimension];
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = DoubleDouble.Sum(balances[i], balancesLow.IsEmpty ? 0 : balancesLow[i]);
        }

        StateVerdict verdict = StateVerdict.Imprecise;
        if (!_needsQuadDouble)
        {
            verdict = StatePreparation.Prepare(InDoubleDouble, exact, out StateNumbers<DoubleDouble>? numbers);
            if (verdict == StateVerdict.Good)
            {
                return new(this, numbers!);
            }
        }

        if (verdict == StateVerdict.Imprecise)
        {
            verdict = StatePreparation.Prepare(InQuadDouble, exact, out StateNumbers<QuadDouble>? numbers);
            if (verdict == StateVerdict.Good)
            {
                return new(this, numbers!);
            }
        }

        problem = StateGuards.Describe(verdict);
        return null;
    }

    private static EllipsoidSurface Make(SurfaceDefinition definition, QuadDouble[] rotation) =>
        new(definition, SurfaceConstruction.Build(definition.Stretch, rotation, definition.PriceLower, definition.PriceUpper));
}
