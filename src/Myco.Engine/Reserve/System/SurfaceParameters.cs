using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Reserve.System;

/// <summary>The numbers of the surface, in a form that can be led from one to another.</summary>
/// <remarks>Source: spec 01-surface; spec 02-reserve-system, section 8.</remarks>
public sealed record SurfaceParameters
{
    /// <summary>N stretch factors.</summary>
    public required IReadOnlyList<double> Stretch { get; init; }

    /// <summary>N(N−1)/2 angles.</summary>
    public required IReadOnlyList<double> Angles { get; init; }

    /// <summary>N lower price bounds, around a reference price of 1.</summary>
    public required IReadOnlyList<double> PriceLower { get; init; }

    /// <summary>N upper price bounds.</summary>
    public required IReadOnlyList<double> PriceUpper { get; init; }

    /// <summary>The surface of these numbers.</summary>
    /// <exception cref="ArgumentException">They make none; the message says why.</exception>
    public EllipsoidSurface ToSurface() => EllipsoidSurface.FromAngles([.. Stretch], [.. Angles], [.. PriceLower], [.. PriceUpper]);

    /// <summary>The weights of the balances at which every reference price is 1: v(p) = o − Σp/|p|_Σ at p = (1, …, 1), over its sum.</summary>
    /// <remarks>Target weights far from these pull the vaults to other prices than the calibration prices.</remarks>
    /// <exception cref="ArgumentException">The numbers make no surface, or one on which some balance would be below 0 there.</exception>
    public double[] ReferenceWeights()
    {
        double[] prices = new double[Stretch.Count];
        Array.Fill(prices, 1);
        EllipsoidSurface surface = ToSurface();
        double[] weights = new double[prices.Length];
        Quote quote = ArbitrageFormula.Target(surface.InQuadDouble, QuadDouble.One, prices, weights, out _);
        return quote.IsOk ? [.. weights.Select(weight => weight / quote.Amount)]
            : throw new ArgumentException($"At reference prices of 1 the surface answers {quote.Status}; widen the price bounds around 1.");
    }

    /// <summary>The numbers a part of the way to others: each linear.</summary>
    /// <param name="next">The numbers at the end, of the same lengths.</param>
    /// <param name="progress">0 to 1.</param>
    public SurfaceParameters Toward(SurfaceParameters next, double progress) => new()
    {
        Stretch = Between(Stretch, next.Stretch, progress),
        Angles = Between(Angles, next.Angles, progress),
        PriceLower = Between(PriceLower, next.PriceLower, progress),
        PriceUpper = Between(PriceUpper, next.PriceUpper, progress),
    };

    /// <summary>Whether every number is the same.</summary>
    public bool IsSame(SurfaceParameters other) =>
        Stretch.SequenceEqual(other.Stretch) && Angles.SequenceEqual(other.Angles)
        && PriceLower.SequenceEqual(other.PriceLower) && PriceUpper.SequenceEqual(other.PriceUpper);

    private static double[] Between(IReadOnlyList<double> from, IReadOnlyList<double> to, double progress) =>
        progress >= 1 ? [.. to] : [.. from.Zip(to, (a, b) => a + (progress * (b - a)))];
}
