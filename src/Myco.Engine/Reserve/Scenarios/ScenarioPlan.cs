using System.Text.Json.Serialization;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Who does what in a scenario, as numbers that chance fills in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TokenLaunchPlan), "token-launch")]
[JsonDerivedType(typeof(BankRunPlan), "bank-run")]
[JsonDerivedType(typeof(MixedIssuancePlan), "mixed-issuance")]
public abstract record ScenarioPlan
{
    /// <summary>The most holders.</summary>
    private const int MostHolders = 10_000;

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    /// <param name="scenario">The scenario that it is the plan of.</param>
    public abstract string? Problem(Scenario scenario);

    /// <summary>Draws the script; the same for the same scenario.</summary>
    internal abstract ScenarioScript Draw(Scenario scenario);

    /// <summary>What is wrong with a number of people.</summary>
    protected static string? CountProblem(string name, int count) =>
        count is < 1 or > MostHolders ? $"plan.{name} is {count}; it must be from 1 to {MostHolders}" : null;

    /// <summary>What is wrong with a part.</summary>
    protected static string? PartProblem(string name, double part) =>
        !(part >= 0 && part <= 1) ? $"plan.{name} is {part:R}; it must be from 0 to 1" : null;

    /// <summary>What is wrong with a range of amounts.</summary>
    protected static string? RangeProblem(string name, double least, double most) =>
        !(least > 0 && most >= least && double.IsFinite(most))
            ? $"plan.least{name} is {least:R} and plan.most{name} {most:R}; both must be above 0 and finite, the most not below the least"
            : null;

    /// <summary>What is wrong with a number of steps.</summary>
    protected static string? StepProblem(string name, int steps, int least, int most) =>
        steps < least || steps > most ? $"plan.{name} is {steps}; it must be from {least} to {most}" : null;
}
