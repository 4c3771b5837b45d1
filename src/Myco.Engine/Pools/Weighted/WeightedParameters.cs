using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>A weighted pool's weights, and what follows from them alone: the exponent of every swap, the minimum balances.</summary>
/// <remarks>Immutable. Source: spec/04-onchain-math.md §1.7, §1.13.</remarks>
public sealed class WeightedParameters
{
    /// <summary>The fewest tokens.</summary>
    public const int FewestTokens = 2;

    /// <summary>The most tokens.</summary>
    public const int MostTokens = 8;

    private readonly UInt256[] _weights;
    private readonly UInt256[] _minimumBalances;
    private readonly UInt256[] _exponentsIn;
    private readonly UInt256[] _exponentsOut;

    private WeightedParameters(ReadOnlySpan<UInt256> weights, ReadOnlySpan<int> decimals, WeightedVersion version)
    {
        int count = weights.Length;
        _weights = weights.ToArray();
        _minimumBalances = new UInt256[count];
        _exponentsIn = new UInt256[count * count];
        _exponentsOut = new UInt256[count * count];
        Version = version;
        Fault none = default;
        for (int i = 0; i < count; i++)
        {
            _minimumBalances[i] = MinimumBalance.Of(decimals[i], version);
            for (int j = 0; j < count; j++)
            {
                _exponentsIn[(i * count) + j] = WeightedSwap.Exponent(SwapKind.ExactIn, weights[i], weights[j], ref none);
                _exponentsOut[(i * count) + j] = WeightedSwap.Exponent(SwapKind.ExactOut, weights[i], weights[j], ref none);
            }
        }
    }

    /// <summary>1 %: the least weight.</summary>
    public static UInt256 LeastWeight => 10_000_000_000_000_000UL;

    /// <summary>How many tokens.</summary>
    public int TokenCount => _weights.Length;

    /// <summary>Which contract.</summary>
    public WeightedVersion Version { get; }

    /// <summary>The weights, 18 decimals; they sum to 1.</summary>
    public ReadOnlySpan<UInt256> Weights => _weights;

    /// <summary>The least balance of each token, 18 decimals; 0 where the version has none.</summary>
    public ReadOnlySpan<UInt256> MinimumBalances => _minimumBalances;

    /// <summary>The parameters of a pool, checked as the contract's constructor does.</summary>
    /// <param name="weights">One weight a token, 18 decimals.</param>
    /// <param name="decimals">The decimals of each token, which set its minimum balance.</param>
    /// <param name="version">Which contract.</param>
    /// <param name="parameters">The parameters; null when refused.</param>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than 2 to 8 tokens or lists of different length, <see cref="Revert.InvalidArgument"/> for
    /// decimals outside 0 to 18, then <see cref="Revert.MinWeight"/> token by token, <see cref="Revert.NormalizedWeightInvariant"/>.</returns>
    public static Revert TryCreate(
        ReadOnlySpan<UInt256> weights, ReadOnlySpan<int> decimals, WeightedVersion version, out WeightedParameters? parameters)
    {
        Revert refused = WeightedGuards.Check(weights, decimals);
        parameters = refused == Revert.None ? new(weights, decimals, version) : null;
        return refused;
    }

    /// <summary>The parameters of a pool.</summary>
    /// <exception cref="ArgumentException">What <see cref="TryCreate"/> refuses.</exception>
    public static WeightedParameters Create(
        ReadOnlySpan<UInt256> weights, ReadOnlySpan<int> decimals, WeightedVersion version = WeightedVersion.Current)
    {
        Revert refused = TryCreate(weights, decimals, version, out WeightedParameters? parameters);
        return parameters ?? throw WeightedGuards.Refusal(refused, weights, decimals);
    }

    /// <summary>The exponent of a swap between two tokens.</summary>
    internal ref readonly UInt256 Exponent(SwapKind kind, int tokenIn, int tokenOut) =>
        ref (kind == SwapKind.ExactIn ? _exponentsIn : _exponentsOut)[(tokenIn * _weights.Length) + tokenOut];
}
