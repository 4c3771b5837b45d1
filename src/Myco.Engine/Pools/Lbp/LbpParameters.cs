using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>What a liquidity bootstrapping pool sells, when, and at which weights.</summary>
/// <remarks>Two tokens: the project token, for sale, and the reserve. Immutable. Source: spec/04-onchain-math.md §1.16.</remarks>
public sealed class LbpParameters
{
    private readonly UInt256[] _minimumBalances;

    private LbpParameters(
        in WeightSchedule schedule, int projectToken, ReadOnlySpan<int> decimals, in UInt256 reserveVirtualBalance, bool blocksProjectTokenIn,
        WeightedVersion version)
    {
        (Schedule, ProjectToken, BlocksProjectTokenIn) = (schedule, projectToken, blocksProjectTokenIn);
        (ReserveVirtualBalance, Version) = (reserveVirtualBalance, version);
        _minimumBalances = [MinimumBalance.Of(decimals[0], version), MinimumBalance.Of(decimals[1], version)];
    }

    /// <summary>The weights over time.</summary>
    public WeightSchedule Schedule { get; }

    /// <summary>The index of the token for sale.</summary>
    public int ProjectToken { get; }

    /// <summary>The index of the reserve.</summary>
    public int ReserveToken => 1 - ProjectToken;

    /// <summary>True when the project token cannot be sold back.</summary>
    public bool BlocksProjectTokenIn { get; }

    /// <summary>What is added to the reserve's balance in every formula, 18 decimals.</summary>
    public UInt256 ReserveVirtualBalance { get; }

    /// <summary>Which weighted contract it is made of.</summary>
    public WeightedVersion Version { get; }

    /// <summary>The least balance of each token, the virtual one included, 18 decimals.</summary>
    public ReadOnlySpan<UInt256> MinimumBalances => _minimumBalances;

    /// <summary>The parameters of a pool.</summary>
    /// <param name="schedule">The weights over time.</param>
    /// <param name="projectToken">The index of the token for sale, 0 or 1.</param>
    /// <param name="decimals">The decimals of both tokens.</param>
    /// <param name="reserveVirtualBalance">The reserve's virtual balance in units of the token; 0 for none.</param>
    /// <param name="blocksProjectTokenIn">True when the project token cannot be sold back.</param>
    /// <param name="version">Which weighted contract it is made of.</param>
    /// <param name="parameters">The parameters; null when refused.</param>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than two tokens, <see cref="Revert.TokenNotRegistered"/> for an index,
    /// <see cref="Revert.InvalidArgument"/> for decimals outside 0 to 18 or an end before the start, <see cref="Revert.MinWeight"/> for a weight of either token
    /// below 1 %, <see cref="Revert.MultiplicationOverflow"/> for the virtual balance.</returns>
    public static Revert TryCreate(
        in WeightSchedule schedule,
        int projectToken,
        ReadOnlySpan<int> decimals,
        in UInt256 reserveVirtualBalance,
        bool blocksProjectTokenIn,
        WeightedVersion version,
        out LbpParameters? parameters)
    {
        parameters = null;
        Revert refused = LbpGuards.Check(schedule, projectToken, decimals);
        if (refused != Revert.None)
        {
            return refused;
        }

        Fault fault = default;
        UInt256 scaled = UInt256.Multiply(reserveVirtualBalance, MinimumBalance.UnitOf(decimals[1 - projectToken]), ref fault);
        parameters = fault.IsRaised ? null : new(schedule, projectToken, decimals, scaled, blocksProjectTokenIn, version);
        return fault.ToRevert();
    }

    /// <summary>The parameters of a pool; arguments as <see cref="TryCreate"/>.</summary>
    /// <exception cref="ArgumentException">What <see cref="TryCreate"/> refuses.</exception>
    public static LbpParameters Create(
        in WeightSchedule schedule,
        int projectToken,
        ReadOnlySpan<int> decimals,
        in UInt256 reserveVirtualBalance = default,
        bool blocksProjectTokenIn = false,
        WeightedVersion version = WeightedVersion.Current)
    {
        Revert refused = TryCreate(schedule, projectToken, decimals, reserveVirtualBalance, blocksProjectTokenIn, version, out LbpParameters? parameters);
        return parameters ?? throw LbpGuards.Refusal(refused, schedule, projectToken, decimals, reserveVirtualBalance);
    }
}
