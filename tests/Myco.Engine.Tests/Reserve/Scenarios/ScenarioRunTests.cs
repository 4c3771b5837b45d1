using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve.Scenarios;

/// <summary>ScenarioRun of the BuiltInScenarios, a Scenario each: TokenLaunchPlan, BankRunPlan and MixedIssuancePlan by their seeds, each ScenarioStep, ScenarioHolder and ScenarioRefusal.</summary>
public class ScenarioRunTests
{
    public static TheoryData<string> Names => new(BuiltInScenarios.All.Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_built_in_scenario_begins_at_par_and_refuses_nothing(string name)
    {
        Scenario scenario = ScenarioFile.ReadBuiltIn(name);
        Assert.Equal(name, scenario.Name);
        Assert.All(EllipsoidSurface.From(scenario.Parameters.Surface).ReferenceWeights().Zip(scenario.Parameters.TargetWeights), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.Equal(1, ScenarioRun.Begin(scenario).State.BackingRatio, 1e-12);
        ScenarioRun run = ScenarioRun.Complete(scenario);
        Assert.Empty(run.Refusals);
        Assert.Equal(scenario.Steps, run.Steps.Count);
        Assert.Equal((scenario.Steps - 1) * scenario.StepSeconds, run.State.Time);
        Assert.True(run.Steps.Sum(step => step.Orders) > 50);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_has_the_same_course_and_another_seed_another(string name)
    {
        Scenario scenario = ScenarioFile.ReadBuiltIn(name);
        ScenarioRun first = ScenarioRun.Complete(scenario), second = ScenarioRun.Complete(scenario);
        Assert.Equal(first.Steps, second.Steps);
        Assert.Equal(Bytes(first.State), Bytes(second.State));
        Assert.NotEqual(first.Steps, ScenarioRun.Complete(scenario with { Seed = scenario.Seed + 1 }).Steps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Flows_and_holders_add_up_to_the_supply(string name)
    {
        ScenarioRun run = ScenarioRun.Complete(ScenarioFile.ReadBuiltIn(name));
        double supply = ScenarioRun.Begin(run.Scenario).State.Supply;
        foreach (ScenarioStep step in run.Steps)
        {
            supply += step.Minted - step.Burned;
            Assert.Equal(supply, step.Supply, supply * 1e-12);
        }

        Assert.Equal(run.State.Supply, run.Holders.Sum(holder => holder.Tokens), run.State.Supply * 1e-9);
        Assert.Equal(run.Steps.Sum(step => step.ValueOut), run.Holders.Sum(holder => holder.Paid), 1e-3);
        Assert.Equal(run.Steps.Sum(step => step.Burned), run.Holders.Sum(holder => holder.Given), 1e-3);
    }

    [Fact]
    public void Steps_joined_hold_the_flows_of_both_and_the_end_of_the_later()
    {
        IReadOnlyList<ScenarioStep> steps = ScenarioRun.Complete(ScenarioFile.ReadBuiltIn("bank-run")).Steps;
        ScenarioStep joined = steps[60].Then(steps[61]);
        Assert.Equal(steps[61].Supply, joined.Supply);
        Assert.Equal(steps[60].Burned + steps[61].Burned, joined.Burned);
        Assert.Equal((steps[60].ValueOut + steps[61].ValueOut) / joined.Burned, joined.RedemptionRate);
        Assert.Equal(steps[60].Orders + steps[61].Orders, joined.Orders);
        Assert.True(double.IsNaN(steps[0].RedemptionRate) && double.IsNaN(steps[0].FlowMultiplier));
    }

    [Fact]
    public void The_launch_and_the_year_do_what_the_specification_says()
    {
        ScenarioRun launch = ScenarioRun.Complete(ScenarioFile.ReadBuiltIn("token-launch"));
        Assert.Equal(50, launch.Holders.Skip(1).Count(holder => holder.Tokens + holder.Given > 0));
        Assert.All(launch.Steps, step => Assert.True(step.ValueIn == 0 || step.Step < 30));
        Assert.All(launch.Steps, step => Assert.True(step.Burned == 0 || step.Step is >= 60 and <= 90));
        Assert.True(launch.Steps.Sum(step => step.Burned) > 0);

        ScenarioRun year = ScenarioRun.Complete(ScenarioFile.ReadBuiltIn("mixed-issuance"));
        double worked = year.Holders.Skip(13).Sum(holder => holder.Tokens);
        Assert.InRange(worked, 1, 0.2 * year.State.Supply);
        Assert.All(year.Holders.Skip(13), holder => Assert.True(holder.Tokens > 0));
    }

    [Fact]
    public void A_refused_order_is_named_and_the_course_goes_on()
    {
        Scenario scenario = ScenarioFile.ReadBuiltIn("bank-run");
        ScenarioRun run = ScenarioRun.Complete(scenario with { Parameters = scenario.Parameters with { FlowLimits = new() { ShortFlowThreshold = 0.01 } } });
        Assert.NotEmpty(run.Refusals);
        Assert.Equal(run.Refusals.Count, run.Steps.Sum(step => step.Refused));
        Assert.Equal(scenario.Steps, run.Steps.Count);
        ScenarioRefusal refusal = run.Refusals[0];
        Assert.StartsWith($"step {refusal.Step}, holder {refusal.Holder}: redeem refused, {refusal.Refusal.Check}", refusal.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_cannot_be_set_is_refused_with_the_reason()
    {
        Scenario scenario = ScenarioFile.ReadBuiltIn("bank-run");
        Assert.Contains("steps is 0", Assert.Throws<ArgumentException>(() => ScenarioRun.Begin(scenario with { Steps = 0 })).Message, StringComparison.Ordinal);
        SystemParameters askew = scenario.Parameters with { TargetWeights = [0.25, 0.25, 0.25, 0.25] };
        Assert.Contains("the first deposit", Assert.Throws<ArgumentException>(() => ScenarioRun.Begin(scenario with { Parameters = askew })).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(SystemState state)
    {
        using MemoryStream stream = new();
        SystemFile.Write(state, stream);
        return stream.ToArray();
    }
}
