using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Schedules;

/// <summary>Weights that an oracle sets moving: w_i(t) = base_i + multiplier_i·(t − lastUpdate), until the first of them meets a bound.</summary>
/// <remarks>The multipliers sum to 0, so the weights sum to 1 at every time. Source: spec 02-reserve-system, section 8 (QuantAMM).</remarks>
internal sealed class OracleWeights
{
    private const double SumTolerance = 1e-9;
    private readonly double[] _weights;
    private readonly double[] _multipliers;

    /// <summary>Checks and copies an update; the multipliers' mean, which rounding leaves, is taken off each.</summary>
    /// <param name="weights">N weights within the bounds, of sum 1.</param>
    /// <param name="multipliers">N changes a second, of sum 0.</param>
    /// <param name="lastUpdate">When the weights hold, in seconds.</param>
    /// <param name="minimum">The least weight, from 0 to 1/N.</param>
    /// <param name="maximum">The largest weight, from 1/N to 1.</param>
    /// <exception cref="ArgumentException">A number breaks its limit; the message has both and what to do.</exception>
    public OracleWeights(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, double lastUpdate, double minimum, double maximum)
    {
        if (Problem(weights, multipliers, lastUpdate, minimum, maximum) is string problem)
        {
            Throw(problem);
        }

        double mean = OrderedSum.Of(multipliers) / multipliers.Length;
        _weights = weights.ToArray();
        _multipliers = [.. multipliers.ToArray().Select(multiplier => multiplier - mean)];
        (LastUpdate, Minimum, Maximum) = (lastUpdate, minimum, maximum);
        EndTime = lastUpdate + TimeToBound();
    }

    /// <summary>When the weights were set.</summary>
    public double LastUpdate { get; }

    /// <summary>The least weight.</summary>
    public double Minimum { get; }

    /// <summary>The largest weight.</summary>
    public double Maximum { get; }

    /// <summary>When the first weight meets a bound and all stand still; infinite when none ever does.</summary>
    public double EndTime { get; }

    /// <summary>The weights at <see cref="LastUpdate"/>.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The changes a second.</summary>
    public ReadOnlySpan<double> Multipliers => _multipliers;

    /// <summary>The weights at a time; those of the update before it.</summary>
    /// <param name="time">Seconds.</param>
    /// <param name="weights">N weights of sum 1, written.</param>
    public void At(double time, Span<double> weights) => At<Lane1>(time, MemoryMarshal.Cast<double, Lane1>(weights));

    /// <summary>The same in any precision, or at a pack of times.</summary>
    public void At<TReal>(TReal time, Span<TReal> weights)
        where TReal : struct, IReal<TReal>
    {
        TReal elapsed = TReal.Max(TReal.Min(time, EndTime) - LastUpdate, 0);
        for (int i = 0; i < _weights.Length; i++)
        {
            weights[i] = TReal.Min(TReal.Max(_weights[i] + (_multipliers[i] * elapsed), Minimum), Maximum);
        }
    }

    /// <summary>The first thing wrong with an update; null when nothing is.</summary>
    public static string? Problem(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, double lastUpdate, double minimum, double maximum)
    {
        int n = weights.Length;
        if (n == 0 || multipliers.Length != n || !double.IsFinite(lastUpdate))
        {
            return $"{n} weights and {multipliers.Length} multipliers at {lastUpdate:R} s; give one of each an asset, and a finite time";
        }

        if (!(minimum >= 0 && minimum * n <= 1 && maximum * n >= 1 && maximum <= 1))
        {
            return $"the bounds are {minimum:R} and {maximum:R}; for {n} weights the least must be from 0 to 1/{n}, the largest from 1/{n} to 1";
        }

        for (int i = 0; i < n; i++)
        {
            if (!(weights[i] >= minimum && weights[i] <= maximum) || !double.IsFinite(multipliers[i]))
            {
                return $"weight {i} is {weights[i]:R} with multiplier {multipliers[i]:R}; the limits are {minimum:R} and {maximum:R}, and a finite multiplier";
            }
        }

        double sum = OrderedSum.Of(weights), change = OrderedSum.Of(multipliers);
        return !(Math.Abs(sum - 1) <= SumTolerance) ? $"the weights sum to {sum:R}; they must sum to 1 within {SumTolerance:R}; divide each by the sum"
            : !(Math.Abs(change) <= SumTolerance * Largest(multipliers)) && change != 0
                ? $"the multipliers sum to {change:R}; they must sum to 0; take their mean off each"
            : null;
    }

    private double TimeToBound()
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < _weights.Length; i++)
        {
            double room = _multipliers[i] > 0 ? Maximum - _weights[i] : _weights[i] - Minimum;
            least = _multipliers[i] == 0 ? least : Math.Min(least, room / Math.Abs(_multipliers[i]));
        }

        return least;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);
}
