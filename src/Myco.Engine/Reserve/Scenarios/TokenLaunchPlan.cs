namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A launch: founders begin, depositors come over some days, and later some of them redeem.</summary>
/// <remarks>Holder 0 are the founders, who stay. Source: spec 02-reserve-system, section 9.</remarks>
public sealed record TokenLaunchPlan : ScenarioPlan
{
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

    /// <inheritdoc/>
    public override string? Problem(Scenario scenario) => CountProblem("depositors", Depositors)
        ?? StepProblem("depositSteps", DepositSteps, 1, scenario.Steps)
        ?? RangeProblem("Deposit", LeastDeposit, MostDeposit)
        ?? PartProblem("redeemingShare", RedeemingShare)
        ?? StepProblem("redeemFrom", RedeemFrom, 0, scenario.Steps - 1)
        ?? StepProblem("redeemBefore", RedeemBefore, RedeemFrom + 1, scenario.Steps)
        ?? (!(LeastRedeemed > 0 && LeastRedeemed <= 1) ? $"plan.leastRedeemed is {LeastRedeemed:R}; it must be above 0 and at most 1" : null);

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
