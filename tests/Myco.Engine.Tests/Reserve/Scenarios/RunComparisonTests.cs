using Myco.Engine.Formats;
using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Tests.Reserve.Scenarios;

/// <summary>RunComparison of a bank run with ParUntilEmpty, each HolderGroup by the same acts (RedeemAct).</summary>
public class RunComparisonTests
{
    private static readonly Scenario BankRun = ScenarioFile.ReadBuiltIn("bank-run");

    [Theory]
    [InlineData(1907)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_last_quartile_and_those_who_stay_end_better_by_the_curve(ulong seed)
    {
        IReadOnlyList<HolderGroup> groups = Compare(BankRun with { Seed = seed }).Groups;
        Assert.Equal(["first quartile", "second quartile", "third quartile", "last quartile", "stay"], groups.Select(group => group.Name));
        Assert.True(groups[3].OnCurve > groups[3].AtPar * 1.05, $"{groups[3]}");
        Assert.True(groups[4].OnCurve > groups[4].AtPar + 0.5, $"{groups[4]}");

        // What they gain, the early ones give: nobody is paid above par.
        Assert.All(groups.Take(4), group => Assert.InRange(group.OnCurve, 0.4, 1));
        Assert.All(groups.Take(3), group => Assert.True(group.OnCurve <= group.AtPar));
    }

    [Fact]
    public void At_par_everybody_is_paid_in_full_until_the_reserve_is_empty()
    {
        ParUntilEmpty course = ParUntilEmpty.Of(BankRun);
        double reserve = ScenarioRun.Complete(BankRun).Steps[4].ReserveValue;
        Assert.Equal(reserve, course.Paid.Sum(), reserve * 1e-12);
        Assert.All(course.Paid.Zip(course.Given), pair => Assert.True(pair.First <= pair.Second));
        int firstEmpty = Array.FindIndex(course.Backing, backing => backing < 1e-9);
        Assert.InRange(firstEmpty, 1, BankRun.Steps - 1);
        Assert.All(course.Backing[firstEmpty..], backing => Assert.InRange(backing, 0, 1e-9));
        Assert.Equal(0.8003, course.Backing[4], 1e-3);
    }

    [Fact]
    public void Both_courses_take_the_same_tokens_from_the_same_holders()
    {
        ScenarioRun run = ScenarioRun.Complete(BankRun);
        ParUntilEmpty course = ParUntilEmpty.Of(BankRun);
        Assert.All(run.Holders, holder => Assert.Equal(course.Given[holder.Number], holder.Given, 1e-6));
        Assert.Equal(5, run.Holders.Count(holder => holder.Given == 0));
        Assert.Equal(100, Compare(BankRun).Groups.Sum(group => group.Holders));
        Assert.Equal(ScenarioRun.Begin(BankRun).State.Supply, Compare(BankRun).Groups.Sum(group => group.Tokens), 1e-3);
    }

    [Fact]
    public void Without_curve_and_dampening_both_courses_are_the_same()
    {
        // A reserve that covers all: par is paid, and nothing else changes.
        Scenario calm = BankRun with { Prices = [], Parameters = BankRun.Parameters with { Dampening = new() { Threshold = double.PositiveInfinity } } };
        Assert.All(Compare(calm).Groups, group => Assert.Equal(group.AtPar, group.OnCurve, 1e-6));
    }

    [Fact]
    public void What_is_returned_is_tried_again()
    {
        Scenario returning = BankRun with { Parameters = BankRun.Parameters with { Dampening = BankRun.Parameters.Dampening with { Threshold = 0.1, Policy = DampeningPolicy.Return } } };
        ScenarioRun run = ScenarioRun.Complete(returning);
        Assert.True(run.Steps.Sum(step => step.Offered) > 1.1 * run.Steps.Sum(step => step.Burned));
        Assert.True(RunComparison.Of(run).Groups[3].OnCurve > RunComparison.Of(run).Groups[3].AtPar);
    }

    [Fact]
    public void Only_a_bank_run_is_compared() =>
        Assert.Contains("no bank run", Assert.Throws<ArgumentException>(() => ParUntilEmpty.Of(ScenarioFile.ReadBuiltIn("token-launch"))).Message, StringComparison.Ordinal);

    private static RunComparison Compare(Scenario scenario) => RunComparison.Of(ScenarioRun.Complete(scenario));
}
