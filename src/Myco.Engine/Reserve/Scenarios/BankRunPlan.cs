using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A run: one holder after the other begins to redeem, and goes on until nothing is left; a few never do.</summary>
/// <remarks>Redeemers have the numbers from 0, those who stay come after them. Source: spec 02-reserve-system, section 9.</remarks>
public sealed record BankRunPlan : ScenarioPlan
{
    /// <summary>Its name in files.</summary>
    internal const string Kind = "bank-run";

    /// <summary>How many hold tokens, each from half to one and a half times the mean.</summary>
    public required int Holders { get; init; }

    /// <summary>The part of the holders that never redeems, 0 to 1.</summary>
    public required double StayingShare { get; init; }

    /// <summary>The step of the first redemption.</summary>
    public required int BeginStep { get; init; }

    /// <summary>The steps within which all redeemers have begun.</summary>
    public required int RushSteps { get; init; }

    /// <summary>The steps over which each redeems, an equal part at every step; what dampening returned is tried again at every step after.</summary>
    public required int Parts { get; init; }

    /// <summary>The plan's declaration.</summary>
    internal static BankRunPlan Accept(IFields fields, BankRunPlan? value) => new()
    {
        Holders = (int)fields.Whole("holders", value?.Holders ?? 0, 1, MostHolders),
        StayingShare = fields.Number("stayingShare", value?.StayingShare ?? double.NaN, Interval.Part),
        BeginStep = (int)fields.Whole("beginStep", value?.BeginStep ?? -1, 0, Scenario.MostSteps),
        RushSteps = (int)fields.Whole("rushSteps", value?.RushSteps ?? 0, 1, Scenario.MostSteps),
        Parts = (int)fields.Whole("parts", value?.Parts ?? 0, 1, Scenario.MostSteps),
    };

    internal override void Check(IFields fields, Scenario scenario)
    {
        CheckSteps(fields, "beginStep", BeginStep, 0, scenario.Steps - 1);
        CheckSteps(fields, "rushSteps", RushSteps, 1, scenario.Steps - BeginStep);
        CheckSteps(fields, "parts", Parts, 1, scenario.Steps);
        CheckOrders(fields, "holders", Holders, scenario);
    }

    internal override ScenarioScript Draw(Scenario scenario)
    {
        SplitMix64 random = new(scenario.Seed);
        int redeemers = Holders - (int)Math.Round(StayingShare * Holders);
        double[] sizes = [.. Enumerable.Range(0, Holders).Select(_ => random.Between(0.5, 1.5))];
        List<ScenarioAct> intents = [];
        for (int holder = 0; holder < redeemers; holder++)
        {
            int begin = BeginStep + random.Below(RushSteps);
            for (int step = begin; step < scenario.Steps; step++)
            {
                intents.Add(new RedeemAct(step, holder, 1.0 / Math.Max(1, Parts - (step - begin))));
            }
        }

        return new(sizes, intents);
    }
}
