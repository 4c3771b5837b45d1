using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A QuantAMM pool's weights at their last update, how they move since, and the largest trade.</summary>
/// <remarks>Weights and multipliers have gone through <see cref="WeightPacking"/>. Immutable. Source: spec/04-onchain-math.md §1.17.</remarks>
public sealed class QuantAmmParameters
{
    /// <summary>The largest time: 40 bits.</summary>
    public const ulong LatestTime = (1UL << 40) - 1;

    private readonly Int256[] _weights;
    private readonly Int256[] _multipliers;

    private QuantAmmParameters(
        Int256[] weights, Int256[] multipliers, ulong lastUpdateTime, ulong lastInterpolationTime, in UInt256 maximumTradeSizeRatio)
    {
        (_weights, _multipliers) = (weights, multipliers);
        (LastUpdateTime, LastInterpolationTime, MaximumTradeSizeRatio) = (lastUpdateTime, lastInterpolationTime, maximumTradeSizeRatio);
    }

    /// <summary>How many tokens.</summary>
    public int TokenCount => _weights.Length;

    /// <summary>The weights at the last update, 18 decimals.</summary>
    public ReadOnlySpan<Int256> Weights => _weights;

    /// <summary>What is added to each weight every second, 18 decimals.</summary>
    public ReadOnlySpan<Int256> Multipliers => _multipliers;

    /// <summary>When the weights were set, in seconds.</summary>
    public ulong LastUpdateTime { get; }

    /// <summary>The second after which they stand still.</summary>
    public ulong LastInterpolationTime { get; }

    /// <summary>The largest share of a balance that one swap may bring or take, 18 decimals.</summary>
    public UInt256 MaximumTradeSizeRatio { get; }

    /// <summary>The parameters of a pool.</summary>
    /// <param name="weights">One weight a token, 18 decimals; cut to nine.</param>
    /// <param name="multipliers">One multiplier a token, 18 decimals; cut to nine.</param>
    /// <param name="lastUpdateTime">When the weights were set, in seconds.</param>
    /// <param name="lastInterpolationTime">The second after which they stand still.</param>
    /// <param name="maximumTradeSizeRatio">The largest share of a balance that one swap may bring or take, 18 decimals.</param>
    /// <param name="parameters">The parameters; null when refused.</param>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than 2 to 8 tokens or lists of different length, <see cref="Revert.InvalidArgument"/> for a time
    /// above <see cref="LatestTime"/>, <see cref="Revert.WeightOverflow"/> for what does not fit its packed form.</returns>
    public static Revert TryCreate(
        ReadOnlySpan<Int256> weights,
        ReadOnlySpan<Int256> multipliers,
        ulong lastUpdateTime,
        ulong lastInterpolationTime,
        in UInt256 maximumTradeSizeRatio,
        out QuantAmmParameters? parameters)
    {
        parameters = null;
        if (weights.Length is < WeightedParameters.FewestTokens or > WeightedParameters.MostTokens || multipliers.Length != weights.Length)
        {
            return Revert.TokenCountMismatch;
        }

        if (lastUpdateTime > LatestTime || lastInterpolationTime > LatestTime)
        {
            return Revert.InvalidArgument;
        }

        Fault fault = default;
        Int256[] keptWeights = Packed(weights, ref fault);
        Int256[] keptMultipliers = Packed(multipliers, ref fault);
        if (!fault.IsRaised)
        {
            parameters = new(keptWeights, keptMultipliers, lastUpdateTime, lastInterpolationTime, maximumTradeSizeRatio);
        }

        return fault.ToRevert();
    }

    /// <summary>The parameters of a pool; arguments as <see cref="TryCreate"/>.</summary>
    /// <exception cref="ArgumentException">What <see cref="TryCreate"/> refuses.</exception>
    public static QuantAmmParameters Create(
        ReadOnlySpan<Int256> weights,
        ReadOnlySpan<Int256> multipliers,
        ulong lastUpdateTime,
        ulong lastInterpolationTime,
        in UInt256 maximumTradeSizeRatio)
    {
        Revert refused = TryCreate(weights, multipliers, lastUpdateTime, lastInterpolationTime, maximumTradeSizeRatio, out QuantAmmParameters? parameters);
        return parameters ?? throw Refusal(refused, weights, multipliers, lastUpdateTime, lastInterpolationTime);
    }

    private static Int256[] Packed(ReadOnlySpan<Int256> values, ref Fault fault)
    {
        var packed = new Int256[values.Length];
        for (int i = 0; i < packed.Length; i++)
        {
            packed[i] = WeightPacking.Unpack(WeightPacking.Pack(values[i], ref fault));
        }

        return packed;
    }

    private static ArgumentException Refusal(
        Revert refused, ReadOnlySpan<Int256> weights, ReadOnlySpan<Int256> multipliers, ulong lastUpdateTime, ulong lastInterpolationTime) => refused switch
        {
            Revert.TokenCountMismatch => new(
                $"{weights.Length} weights and {multipliers.Length} multipliers; a pool has 2 to 8 tokens; give one of each a token", nameof(weights)),
            Revert.InvalidArgument => new(
                $"times are {lastUpdateTime} and {lastInterpolationTime}; they are seconds up to {LatestTime}; give seconds", nameof(lastUpdateTime)),
            _ => new(
                $"weights are {string.Join(", ", weights.ToArray())}, multipliers {string.Join(", ", multipliers.ToArray())}; each divided by 10^9 must fit 32 "
                + "signed bits; lower them", nameof(weights)),
        };
}
