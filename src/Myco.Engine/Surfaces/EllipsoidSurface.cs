using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

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
    private readonly double[] _stretch;
    private readonly double[] _priceLower;
    private readonly double[] _priceUpper;
    private readonly double[] _unitOffset;

    private EllipsoidSurface(SurfaceDefinition definition, SurfaceNumbers<QuadDouble> numbers)
    {
        Definition = definition;
        InQuadDouble = numbers;
        InDoubleDouble = SurfaceNumbers<DoubleDouble>.Round(numbers);
        InBinary64 = SurfaceNumbers<Lane1>.Round(numbers);
        Columns = new(numbers);
        (_stretch, _priceLower, _priceUpper) = (definition.AxisStretch.ToArray(), definition.LeastPrices.ToArray(), definition.GreatestPrices.ToArray());
        Box = new(_priceLower, _priceUpper);
        _unitOffset = Array.ConvertAll(numbers.UnitOffset, QuadDouble.ToDouble);
        foreach (double factor in _stretch)
        {
            _needsQuadDouble |= factor > LargestDoubleDoubleStretch;
        }
    }

    /// <summary>The numbers that the surface was made from.</summary>
    public SurfaceDefinition Definition { get; }

    /// <summary>N, the number of assets, 2 to 64.</summary>
    public int Dimension => _unitOffset.Length;

    /// <summary>λ, the stretch factor of each axis.</summary>
    public ReadOnlySpan<double> Stretch => _stretch;

    /// <summary>α, the lower price bound of each asset.</summary>
    public ReadOnlySpan<double> PriceLower => _priceLower;

    /// <summary>β, the upper price bound of each asset.</summary>
    public ReadOnlySpan<double> PriceUpper => _priceUpper;

    /// <summary>o, the virtual offset of each asset per unit of the invariant, rounded once.</summary>
    public ReadOnlySpan<double> UnitOffset => _unitOffset;

    /// <summary>κ = o·Go − 1, above 0, rounded once.</summary>
    public double Kappa => InQuadDouble.Kappa.X0;

    internal SurfaceNumbers<QuadDouble> InQuadDouble { get; }

    internal SurfaceNumbers<DoubleDouble> InDoubleDouble { get; }

    internal SurfaceNumbers<Lane1> InBinary64 { get; }

    internal SurfaceColumns Columns { get; }

    internal PriceBox Box { get; }

    /// <summary>The surface of a definition, or why there is none.</summary>
    /// <param name="definition">The numbers.</param>
    /// <param name="surface">The surface, or null.</param>
    /// <param name="problem">What is wrong: a number outside its limits, a wrong count, no rotation, an offset that cannot be proved; or null.</param>
    public static bool TryFrom(
        SurfaceDefinition definition, [NotNullWhen(true)] out EllipsoidSurface? surface, [NotNullWhen(false)] out SurfaceProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(definition);
        problem = definition.Problem();
        QuadDouble[]? rotation = problem is null ? definition.Orientation(out problem) : null;
        SurfaceNumbers<QuadDouble>? numbers = rotation is null ? null
            : SurfaceConstruction.Build(definition.AxisStretch, rotation, definition.LeastPrices, definition.GreatestPrices, out problem);
        surface = numbers is null ? null : new(definition, numbers);
        return surface is not null;
    }

    /// <summary>The surface of a definition.</summary>
    /// <exception cref="ArgumentException">The numbers make none: the message says why, and names the parameter.</exception>
    public static EllipsoidSurface From(SurfaceDefinition definition)
    {
        if (!TryFrom(definition, out EllipsoidSurface? surface, out SurfaceProblem? problem))
        {
            SurfaceGuards.Throw(problem.Parameter, problem.Text);
        }

        return surface;
    }

    /// <summary>The surface of an <see cref="AnglesDefinition"/>, which has the limits of each number.</summary>
    /// <exception cref="ArgumentException">A number is outside its limits, a count is wrong, or an offset cannot be proved.</exception>
    public static EllipsoidSurface FromAngles(
        ReadOnlySpan<double> stretch, ReadOnlySpan<double> angles, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper) =>
        From(new AnglesDefinition { Stretch = [.. stretch], Angles = [.. angles], PriceLower = [.. priceLower], PriceUpper = [.. priceUpper] });

    /// <summary>The surface of a <see cref="RotationDefinition"/>, which has the limits of each number.</summary>
    /// <exception cref="ArgumentException">A number is outside its limits, a count is wrong, Q is not a rotation, or an offset cannot be proved.</exception>
    public static EllipsoidSurface FromRotation(
        ReadOnlySpan<double> stretch, ReadOnlySpan<double> rotation, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper) =>
        From(new RotationDefinition { Stretch = [.. stretch], Rotation = [.. rotation], PriceLower = [.. priceLower], PriceUpper = [.. priceUpper] });

    /// <summary>The surface of an <see cref="EclpDefinition"/>, which has the limits of each number.</summary>
    /// <exception cref="ArgumentException">A number is outside its limits.</exception>
    public static EllipsoidSurface FromEclp(double alpha, double beta, double c, double s, double lambda) =>
        From(new EclpDefinition(alpha, beta, c, s, lambda));

    /// <summary>An entry of Σ = Q·diag(λ²)·Qᵀ, rounded once; at prices p the balances are v(p) = r·(o − Σp/|p|_Σ).</summary>
    /// <param name="row">An asset.</param>
    /// <param name="column">An asset.</param>
    /// <exception cref="ArgumentOutOfRangeException">An asset is not of this surface.</exception>
    public double InverseMetric(int row, int column)
    {
        StateGuards.CheckAsset(row, Dimension, nameof(row));
        StateGuards.CheckAsset(column, Dimension, nameof(column));
        return Lane1.ToDouble(InBinary64.InverseMetric[(row * Dimension) + column]);
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

    /// <summary>The weights of the balances at which every reference price is 1: v(p) = o − Σp/|p|_Σ at p = (1, …, 1), over its sum.</summary>
    /// <remarks>Target weights of a reserve far from these pull its vaults to other prices than the calibration prices.</remarks>
    /// <exception cref="InvalidOperationException">Some balance would be below 0 there.</exception>
    public double[] ReferenceWeights()
    {
        double[] prices = new double[Dimension];
        Array.Fill(prices, 1);
        double[] weights = new double[prices.Length];
        Quote quote = ArbitrageFormula.Target(InQuadDouble, QuadDouble.One, prices, weights, out _);
        return quote.IsOk ? [.. weights.Select(weight => weight / quote.Amount)]
            : throw new InvalidOperationException($"At reference prices of 1 the surface answers {quote.Status}; widen the price bounds around 1.");
    }

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
}
