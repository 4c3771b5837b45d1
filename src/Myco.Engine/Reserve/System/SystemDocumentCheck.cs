using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.System;

/// <summary>What a state's file must satisfy before its numbers are taken over.</summary>
internal static class SystemDocumentCheck
{
    private const long LargestNumber = 1L << 53;

    /// <summary>The first thing wrong; null when nothing is.</summary>
    public static string? Problem(SystemDocument document, int vaults) =>
        LengthProblem(document, vaults) ?? NumberProblem(document) ?? FlowProblem(document) ?? TransitionProblem(document, vaults) ?? MotionProblem(document, vaults) ?? LedgerProblem(document);

    private static string? LengthProblem(SystemDocument document, int vaults)
    {
        int[] lengths = [document.Amounts.Length, document.Prices.Length, document.ScheduledWeights.Length, document.Inflows.Length, document.Outflows.Length];
        return lengths.Any(length => length != vaults)
            ? $"{vaults} vaults need as many amounts, prices, scheduledWeights, inflows and outflows; there are {string.Join(", ", lengths)}"
            : null;
    }

    private static string? NumberProblem(SystemDocument document)
    {
        (string Name, double Value)[] numbers =
        [
            ("supply", document.Supply), ("locked", document.Locked), ("redemptionLevel", document.RedemptionLevel), ("redemptionFlow", document.RedemptionFlow),
            .. document.Amounts.Select((value, i) => ($"amounts[{i}]", value)),
            .. document.ScheduledWeights.Select((value, i) => ($"scheduledWeights[{i}]", value)),
        ];
        foreach ((string name, double value) in numbers)
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                return $"{name} is {value:R}; it must be at least 0 and finite";
            }
        }

        foreach (double price in document.Prices)
        {
            if (!TrancheParameters.IsPrice(price))
            {
                return $"a price is {price:R}; it must be from {TrancheParameters.LeastPrice:R} to {TrancheParameters.LargestPrice:R}";
            }
        }

        double[] times = [document.PriceTime, document.RedemptionLevelTime, document.RedemptionFlowTime, document.Labor.FlowTime, document.Subscription.FlowTime, document.Staking.FlowTime];
        double latest = times.Max();
        return !(document.Time >= 0 && double.IsFinite(document.Time)) || times.Any(time => !(time <= document.Time && double.IsFinite(time)))
            ? $"the time is {document.Time:R}, and something is dated {latest:R}; all times must be finite, none after the present, the present not below 0"
            : Math.Abs(document.ScheduledWeights.Sum() - 1) > 1e-9 ? $"scheduledWeights sum to {document.ScheduledWeights.Sum():R}; they must sum to 1"
            : null;
    }

    private static string? FlowProblem(SystemDocument document)
    {
        foreach (TrancheFlow flow in document.Inflows.Concat(document.Outflows))
        {
            if (!(flow.Flow >= 0 && double.IsFinite(flow.Flow) && flow.Time <= document.Time && double.IsFinite(flow.Time) && double.IsFinite(flow.ClosedUntil)))
            {
                return $"a vault's flow is {flow.Flow:R} of time {flow.Time:R}, closed until {flow.ClosedUntil:R}; it must be at least 0, finite, and not after the present";
            }
        }

        foreach (ChannelAccount account in (ChannelAccount[])[document.Labor, document.Subscription, document.Staking])
        {
            if (!(account.Counted >= 0 && account.Reserved >= 0 && account.Flow >= 0 && account.Period.Units >= 0
                && double.IsFinite(account.Counted + account.Reserved + account.Flow + account.Period.Units)))
            {
                return $"a channel has counted {account.Counted:R}, reserved {account.Reserved:R}, flow {account.Flow:R} and {account.Period.Units:R} units; all must be at least 0 and finite";
            }
        }

        return null;
    }

    private static string? TransitionProblem(SystemDocument document, int vaults) => document.Transition is not Transition change ? null
        : change.FromWeights.Count != vaults || change.FromSurface.Stretch.Length != vaults || change.FromSurface.Angles.Length != vaults * (vaults - 1) / 2
            || change.FromSurface.PriceLower.Length != vaults || change.FromSurface.PriceUpper.Length != vaults
            ? $"the transition starts from {change.FromWeights.Count} weights and {change.FromSurface.Stretch.Length} stretch factors; there are {vaults} vaults"
        : change.FromWeights.Any(weight => !(weight >= 0)) || !(Math.Abs(change.FromWeights.Sum() - 1) <= 1e-9)
            ? $"the transition's fromWeights sum to {change.FromWeights.Sum():R}; none may be below 0, and they must sum to 1"
        : !(change.Start <= document.Time && change.Duration >= 0 && double.IsFinite(change.Start + change.Duration) && change.SurfaceProgress >= 0 && change.SurfaceProgress <= 1)
            ? $"the transition lasts {change.Duration:R} seconds from {change.Start:R}, and the surface has gone {change.SurfaceProgress:R} of the way; times must be finite, the start not after the present, the way from 0 to 1"
        : null;

    private static string? MotionProblem(SystemDocument document, int vaults) => document.Motion is not WeightMotion motion ? null
        : document.Transition is not null ? "weights are led by a transition and moved by an oracle at once; keep one"
        : motion.Weights.Count != vaults || !(motion.LastUpdate <= document.Time)
            ? $"the motion has {motion.Weights.Count} weights, of time {motion.LastUpdate:R}; there are {vaults} vaults, and it is not from the future"
        : null;

    private static string? LedgerProblem(SystemDocument document)
    {
        SystemParameters limits = document.Parameters;
        if (document.Sequence < 0 || document.NextStake is < 0 or > LargestNumber)
        {
            return $"sequence is {document.Sequence}, nextStake {document.NextStake}; they must be at least 0, nextStake at most {LargestNumber}";
        }

        int most = Math.Max(document.Contributors.Count, Math.Max(document.Subscribers.Count, document.Stakers.Count));
        if (most > limits.ContributorLimit || document.Stakes.Length > limits.StakeLimit)
        {
            return $"the books hold {most} contributors and {document.Stakes.Length} stakes; their limits are {limits.ContributorLimit} and {limits.StakeLimit}";
        }

        foreach ((string name, ContributorAccount account) in document.Contributors.Concat(document.Subscribers).Concat(document.Stakers))
        {
            if (!ChannelMint.IsName(name) || !(account.LastTime <= document.Time && account.Period.Units >= 0 && double.IsFinite(account.Period.Units) && account.MonthsPaid >= 0))
            {
                return $"contributor '{name}' committed at {account.LastTime:R}, {account.Period.Units:R} units, {account.MonthsPaid} months; none may be after the present or below 0";
            }
        }

        long last = -1;
        foreach (Stake stake in document.Stakes)
        {
            if (!(stake.Id > last && stake.Id < document.NextStake && stake.Amount >= 0 && stake.Minted >= 0 && stake.Minted <= stake.Bonus * (1 + 1e-12) && stake.Duration > 0
                && stake.Start <= document.Time && double.IsFinite(stake.Amount + stake.Bonus + stake.Duration + stake.Start) && ChannelMint.IsName(stake.Contributor)))
            {
                return $"stake {stake.Id} is not valid, or not in the order of numbers below {document.NextStake}";
            }

            last = stake.Id;
        }

        return null;
    }
}
