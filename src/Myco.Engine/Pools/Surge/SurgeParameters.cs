using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Surge;

/// <summary>What the surge hook is set to: from which imbalance on it charges more, and how much at most.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.15.</remarks>
public readonly struct SurgeParameters
{
    private SurgeParameters(in UInt256 maximumFee, in UInt256 threshold)
    {
        MaximumFee = maximumFee;
        Threshold = threshold;
    }

    /// <summary>The fee at an imbalance of 1, 18 decimals.</summary>
    public UInt256 MaximumFee { get; }

    /// <summary>The imbalance up to which nothing surges, 18 decimals.</summary>
    public UInt256 Threshold { get; }

    /// <summary>The parameters, or <see cref="Revert.InvalidParameters"/> of a percentage above 1.</summary>
    public static Revert TryCreate(in UInt256 maximumFee, in UInt256 threshold, out SurgeParameters parameters)
    {
        bool valid = maximumFee <= Decimal18.One && threshold <= Decimal18.One;
        parameters = valid ? new(maximumFee, threshold) : default;
        return valid ? Revert.None : Revert.InvalidParameters;
    }

    /// <summary>The parameters.</summary>
    /// <exception cref="ArgumentException">A percentage is above 10¹⁸.</exception>
    public static SurgeParameters Create(in UInt256 maximumFee, in UInt256 threshold) =>
        TryCreate(maximumFee, threshold, out SurgeParameters parameters) == Revert.None ? parameters : throw AboveOne(maximumFee, threshold);

    private static ArgumentException AboveOne(in UInt256 maximumFee, in UInt256 threshold) =>
        new($"The largest fee {maximumFee} or the threshold {threshold} is above {Decimal18.One}; give shares with 18 decimals.", nameof(maximumFee));
}
