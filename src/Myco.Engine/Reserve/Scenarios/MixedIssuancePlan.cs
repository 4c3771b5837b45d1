namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Money and work: deposits every so many steps, contributions of labor more often.</summary>
/// <remarks>Holder 0 are the founders, then come the depositors, then the contributors. Source: spec 02-reserve-system, section 9.</remarks>
public sealed record MixedIssuancePlan : ScenarioPlan
{
    /// <summary>How many deposit.</summary>
    public required int Depositors { get; init; }

    /// <summary>The steps from one deposit of each to the next.</summary>
    public required int DepositEvery { get; init; }

    /// <summary>The smallest deposit.</summary>
    public required double LeastDeposit { get; init; }

    /// <summary>The largest deposit; most are small.</summary>
    public required double MostDeposit { get; init; }

    /// <summary>How many work.</summary>
    public required int Contributors { get; init; }

    /// <summary>The steps from one contribution of each to the next.</summary>
    public required int WorkEvery { get; init; }

    /// <summary>The type of work, one of the labor channel's.</summary>
    public required string WorkType { get; init; }

    /// <summary>The fewest units of a contribution.</summary>
    public required double LeastUnits { get; init; }

    /// <summary>The most units of a contribution.</summary>
    public required double MostUnits { get; init; }

    /// <inheritdoc/>
    public override string? Problem(Scenario scenario) => CountProblem("depositors", Depositors)
        ?? StepProblem("depositEvery", DepositEvery, 1, scenario.Steps)
        ?? RangeProblem("Deposit", LeastDeposit, MostDeposit)
        ?? CountProblem("contributors", Contributors)
        ?? StepProblem("workEvery", WorkEvery, 1, scenario.Steps)
        ?? RangeProblem("Units", LeastUnits, MostUnits)
        ?? (!scenario.Parameters.Labor.TokensPerUnit.ContainsKey(WorkType) ? $"plan.workType is '{WorkType}'; it must be a key of parameters.labor.tokensPerUnit" : null)
        ?? ((long)(Depositors + Contributors) * scenario.Steps > Scenario.MostIntents
            ? $"plan.depositors and plan.contributors are {Depositors + Contributors} over {scenario.Steps} steps; their product must be at most {Scenario.MostIntents}"
            : null);

    internal override ScenarioScript Draw(Scenario scenario)
    {
        SplitMix64 random = new(scenario.Seed);
        List<ScenarioAct> intents = [];
        for (int holder = 1; holder <= Depositors; holder++)
        {
            for (int step = random.Below(DepositEvery); step < scenario.Steps; step += DepositEvery)
            {
                intents.Add(new DepositAct(step, holder, random.MostlySmall(LeastDeposit, MostDeposit)));
            }
        }

        for (int holder = Depositors + 1; holder <= Depositors + Contributors; holder++)
        {
            for (int step = random.Below(WorkEvery); step < scenario.Steps; step += WorkEvery)
            {
                intents.Add(new WorkAct(step, holder, WorkType, random.Between(LeastUnits, MostUnits)));
            }
        }

        return new([1, .. new double[Depositors + Contributors]], intents);
    }
}
