using System.Diagnostics.CodeAnalysis;

namespace Myco.Engine.Reserve.Fees;

/// <summary>The three numbers of an imbalance fee, checked.</summary>
/// <remarks>Source: spec 02-reserve-system, section 5.</remarks>
public sealed record FeeParameters
{
    /// <summary>The largest fee there may be.</summary>
    public const double LargestFee = 0.999_999;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentException">A number breaks its limit; the message has both and what to do.</exception>
    public FeeParameters(double staticFee = 0.003, double surgeFee = 0.05, double threshold = 0.2)
    {
        if (Problem(staticFee, surgeFee, threshold) is string problem)
        {
            Throw(problem);
        }

        (StaticFee, SurgeFee, Threshold) = (staticFee, surgeFee, threshold);
    }

    /// <summary>What every order pays.</summary>
    public double StaticFee { get; }

    /// <summary>What full imbalance costs.</summary>
    public double SurgeFee { get; }

    /// <summary>The imbalance up to which only the static fee is due.</summary>
    public double Threshold { get; }

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public static string? Problem(double staticFee, double surgeFee, double threshold) =>
        !(staticFee >= 0 && staticFee <= LargestFee) ? $"static fee is {staticFee:R}; the limits are 0 and {LargestFee:R}; 0.003 is 0.3 %"
        : !(surgeFee >= 0 && surgeFee <= LargestFee) ? $"surge fee is {surgeFee:R}; the limits are 0 and {LargestFee:R}; 0.05 is 5 %"
        : !(threshold >= 0 && threshold < 1) ? $"threshold is {threshold:R}; it must be at least 0 and below 1; 0.2 is an imbalance of 20 %"
        : null;

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);
}
