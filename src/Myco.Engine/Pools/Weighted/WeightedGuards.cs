using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>What weights and decimals a weighted pool takes.</summary>
internal static class WeightedGuards
{
    /// <summary>The first refusal, in the contract's order.</summary>
    public static Revert Check(ReadOnlySpan<UInt256> weights, ReadOnlySpan<int> decimals)
    {
        if (weights.Length is < WeightedParameters.FewestTokens or > WeightedParameters.MostTokens || decimals.Length != weights.Length)
        {
            return Revert.TokenCountMismatch;
        }

        if (decimals.ContainsAnyExceptInRange(0, MinimumBalance.MostDecimals))
        {
            return Revert.InvalidArgument;
        }

        foreach (ref readonly UInt256 weight in weights)
        {
            if (weight < WeightedParameters.LeastWeight)
            {
                return Revert.MinWeight;
            }
        }

        return IsOne(weights) ? Revert.None : Revert.NormalizedWeightInvariant;
    }

    /// <summary>The refusal in words: the value, the limit, the remedy.</summary>
    public static ArgumentException Refusal(Revert refused, ReadOnlySpan<UInt256> weights, ReadOnlySpan<int> decimals)
    {
        string list = string.Join(", ", weights.ToArray());
        return refused switch
        {
            Revert.TokenCountMismatch => new(
                $"{weights.Length} weights and {decimals.Length} decimals; a pool has 2 to 8 tokens; give one of each a token", nameof(weights)),
            Revert.InvalidArgument => new(
                $"decimals are {string.Join(", ", decimals.ToArray())}; each lies in 0 to {MinimumBalance.MostDecimals}; give the tokens' own", nameof(decimals)),
            Revert.MinWeight => new(
                $"weights are {list}; each is at least {WeightedParameters.LeastWeight} (1 %); raise the smallest", nameof(weights)),
            _ => new($"weights are {list}; their sum must be {Decimal18.One}; divide each by the sum", nameof(weights)),
        };
    }

    private static bool IsOne(ReadOnlySpan<UInt256> weights)
    {
        UInt256 rest = Decimal18.One;
        foreach (ref readonly UInt256 weight in weights)
        {
            if (weight > rest)
            {
                return false;
            }

            rest = UInt256.WrappingSubtract(rest, weight);
        }

        return rest.IsZero;
    }
}
