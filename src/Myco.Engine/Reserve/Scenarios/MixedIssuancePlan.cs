using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Money and work: deposits every so many steps, contributions of labor more often.</summary>
/// <remarks>Holder 0 are the founders, then come the depositors, then the contributors. Source: spec 02-reserve-system, section 9.</remarks>
public sealed record MixedIssuancePlan : ScenarioPlan
{
    /// <summary>Its name in files.</summary>
    internal const string Kind = "mixed-issuance";

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

    /// <summary>The plan's declaration.</summary>
    internal static MixedIssuancePlan Accept(IFields fields, MixedIssuancePlan? value) => new()
    {
        Depositors = (int)fields.Whole("depositors", value?.Depositors ?? 0, 1, MostHolders),
        DepositEvery = (int)fields.Whole("depositEvery", value?.DepositEvery ?? 0, 1, Scenario.MostSteps),
        LeastDeposit = fields.Number("leastDeposit", value?.LeastDeposit ?? double.NaN, Interval.Positive),
        MostDeposit = fields.Number("mostDeposit", value?.MostDeposit ?? double.NaN, Interval.Positive),
        Contributors = (int)fields.Whole("contributors", value?.Contributors ?? 0, 1, MostHolders),
        WorkEvery = (int)fields.Whole("workEvery", value?.WorkEvery ?? 0, 1, Scenario.MostSteps),
        WorkType = fields.Text("workType", value?.WorkType ?? string.Empty, TextRule.Name),
        LeastUnits = fields.Number("leastUnits", value?.LeastUnits ?? double.NaN, Interval.Positive),
        MostUnits = fields.Number("mostUnits", value?.MostUnits ?? double.NaN, Interval.Positive),
    };

    internal override void Check(IFields fields, Scenario scenario)
    {
        CheckSteps(fields, "depositEvery", DepositEvery, 1, scenario.Steps);
        CheckRange(fields, "leastDeposit", LeastDeposit, "mostDeposit", MostDeposit);
        CheckSteps(fields, "workEvery", WorkEvery, 1, scenario.Steps);
        CheckRange(fields, "leastUnits", LeastUnits, "mostUnits", MostUnits);
        CheckOrders(fields, "depositors", (long)Depositors + Contributors, scenario);
        if (scenario.Parameters?.Labor?.TokensPerUnit?.ContainsKey(WorkType ?? string.Empty) == false)
        {
            fields.Refuse($"is '{WorkType}'; it must be a key of parameters.labor.tokensPerUnit", "plan", "workType");
        }
    }

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
