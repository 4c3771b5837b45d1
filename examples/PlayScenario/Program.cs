// A bank run on an ailing reserve, step by step, and the same run where the dampening begins later.
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;

Scenario scenario = ScenarioFile.ReadBuiltIn("bank-run");
ScenarioRun run = ScenarioRun.Begin(scenario);
while (run.TryStep())
{
    ScenarioStep step = run.Steps[^1];
    if (step.Step % 20 == 0)
    {
        Console.WriteLine($"day {step.Time / 86_400,4:F0}: supply {step.Supply,9:F0}, reserve {step.ReserveValue,9:F0}, redeemed at {step.RedemptionRate:F4}");
    }
}

// Parameters are records: with-expressions change one, and the same seed plays the same holders.
ScenarioRun later = ScenarioRun.Complete(scenario with { Parameters = scenario.Parameters with { Dampening = scenario.Parameters.Dampening with { Threshold = 0.5 } } });
Console.WriteLine($"left per token: {run.State.BackingRatio:F4}; where the dampening begins later: {later.State.BackingRatio:F4}");
