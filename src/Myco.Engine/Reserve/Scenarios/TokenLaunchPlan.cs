using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A launch: founders begin, depositors come over some days, and later some of them redeem.</summary>
/// <remarks>Holder 0 are the founders, who stay. Source: spec 02-reserve-system, section 9.</remarks>
public sealed record TokenLaunchPlan : ScenarioPlan
{
    /// <summary>Its name in files.</summary>
    internal const string Kind = "token-launch";

    /// <summary>How many deposit, each once.</summary>
    public required int Depositors { get; init; }

    /// <summary>The steps from the first within which they come.</summary>
    public required int DepositSteps { get; init; }

    /// <summary>The smallest deposit.</summary>
    public required double LeastDeposit { get; init; }

    /// <summary>The largest deposit; most are small.</summary>
    public required double MostDeposit { get; init; }

    /// <summary>The part of the depositors that redeems, once each, 0 to 1.</summary>
    public required double RedeemingShare { get; init; }

    /// <summary>The step of the first redemptions.</summary>
    public required int RedeemFrom { get; init; }

    /// <summary>The step after the last redemptions.</summary>
    public required int RedeemBefore { get; init; }

    /// <summary>The smallest part of their tokens that they redeem, above 0; the largest is all.</summary>
    public required double LeastRedeemed { get; init; }

    /// <summary>The plan's declaration.</summary>
    internal static TokenLaunchPlan Accept(IFields fields, TokenLaunchPlan? value) => new()
    {
        Depositors = (int)fields.Whole("depositors", value?.Depositors ?? 0, 1, MostHolders),
        DepositSteps = (int)fields.Whole("depositSteps", value?.DepositSteps ?? 0, 1, Scenario.MostSteps),
        LeastDeposit = fields.Number("leastDeposit", value?.LeastDeposit ?? double.NaN, Interval.Positive),
        MostDeposit = fields.Number("mostDeposit", value?.MostDeposit ?? double.NaN, Interval.Positive),
        RedeemingShare = fields.Number("redeemingShare", value?.RedeemingShare ?? double.NaN, Interval.Part),
        RedeemFrom = (int)fields.Whole("redeemFrom", value?.RedeemFrom ?? -1, 0, Scenario.MostSteps),
        RedeemBefore = (int)fields.Whole("redeemBefore", value?.RedeemBefore ?? 0, 1, Scenario.MostSteps),
        LeastRedeemed = fields.Number("leastRedeemed", value?.LeastRedeemed ?? double.NaN, new Interval(0, 1, HasLeast: false)),
    };

    internal override void Check(IFields fields, Scenario scenario)
    {
        CheckSteps(fields, "depositSteps", DepositSteps, 1, scenario.Steps);
        CheckRange(fields, "leastDeposit", LeastDeposit, "mostDeposit", MostDeposit);
        CheckSteps(fields, "redeemFrom", RedeemFrom, 0, scenario.Steps - 1);
        CheckSteps(fields, "redeemBefore", RedeemBefore, RedeemFrom + 1, scenario.Steps);
    }

    internal override ScenarioScript Draw(Scenario scenario)
    {
        SplitMix64 random = new(scenario.Seed);
        List<ScenarioAct> intents = [];
        for (int holder = 1; holder <= Depositors; holder++)
        {
            intents.Add(new DepositAct(random.Below(DepositSteps), holder, random.MostlySmall(LeastDeposit, MostDeposit)));
            if (random.NextUnit() < RedeemingShare)
            {
                intents.Add(new RedeemAct(RedeemFrom + random.Below(RedeemBefore - RedeemFrom), holder, random.Between(LeastRedeemed, 1)));
            }
        }

        return new([1, .. new double[Depositors]], intents);
    }
}
