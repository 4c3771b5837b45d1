using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>What a liquidity bootstrapping pool takes.</summary>
internal static class LbpGuards
{
    /// <summary>The first refusal.</summary>
    public static Revert Check(in WeightSchedule schedule, int projectToken, ReadOnlySpan<int> decimals)
    {
        if (decimals.Length != 2)
        {
            return Revert.TokenCountMismatch;
        }

        if (projectToken is not (0 or 1))
        {
            return Revert.TokenNotRegistered;
        }

        if (decimals.ContainsAnyExceptInRange(0, MinimumBalance.MostDecimals) || schedule.EndTime < schedule.StartTime)
        {
            return Revert.InvalidArgument;
        }

        return LeavesBothAWeight(schedule.StartWeight) && LeavesBothAWeight(schedule.EndWeight) ? Revert.None : Revert.MinWeight;
    }

    /// <summary>The refusal in words: the value, the limit, the remedy.</summary>
    public static ArgumentException Refusal(
        Revert refused, in WeightSchedule schedule, int projectToken, ReadOnlySpan<int> decimals, in UInt256 reserveVirtualBalance) => refused switch
        {
            Revert.TokenCountMismatch => new($"{decimals.Length} decimals; the pool has 2 tokens; give both", nameof(decimals)),
            Revert.TokenNotRegistered => new($"project token is {projectToken}; it is 0 or 1; name one of the two", nameof(projectToken)),
            Revert.InvalidArgument => new(
                $"decimals are {decimals[0]}, {decimals[1]}, the sale from {schedule.StartTime} to {schedule.EndTime}; decimals lie in 0 to "
                + $"{MinimumBalance.MostDecimals}, the end is not before the start; give the tokens' own decimals and order the times", nameof(schedule)),
            Revert.MinWeight => new(
                $"the project token's weight goes from {schedule.StartWeight} to {schedule.EndWeight}; both tokens keep at least "
                + $"{WeightedParameters.LeastWeight} (1 %); stay within", nameof(schedule)),
            _ => new(
                $"the virtual balance is {reserveVirtualBalance}; with 18 decimals it must be below 2^256; lower it", nameof(reserveVirtualBalance)),
        };

    private static bool LeavesBothAWeight(in UInt256 projectWeight) =>
        projectWeight >= WeightedParameters.LeastWeight && Decimal18.Complement(projectWeight) >= WeightedParameters.LeastWeight;
}
