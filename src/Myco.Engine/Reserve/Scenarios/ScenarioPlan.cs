using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Who does what in a scenario, as numbers that chance fills in.</summary>
public abstract record ScenarioPlan : IDeclared<ScenarioPlan>
{
    private static readonly TextRule Kinds = TextRule.OneOf(TokenLaunchPlan.Kind, BankRunPlan.Kind, MixedIssuancePlan.Kind);

    /// <summary>Holders may be so many.</summary>
    private protected const int MostHolders = 10_000;

    static ScenarioPlan IDeclared<ScenarioPlan>.Accept(IFields fields, ScenarioPlan? value)
    {
        string known = value switch
        {
            TokenLaunchPlan => TokenLaunchPlan.Kind,
            BankRunPlan => BankRunPlan.Kind,
            MixedIssuancePlan => MixedIssuancePlan.Kind,
            _ => string.Empty,
        };
        return fields.Text("kind", known, Kinds) switch
        {
            TokenLaunchPlan.Kind => TokenLaunchPlan.Accept(fields, value as TokenLaunchPlan),
            BankRunPlan.Kind => BankRunPlan.Accept(fields, value as BankRunPlan),
            _ => MixedIssuancePlan.Accept(fields, value as MixedIssuancePlan),
        };
    }

    /// <summary>Refuses numbers of the plan that do not fit the scenario.</summary>
    internal abstract void Check(IFields fields, Scenario scenario);

    /// <summary>Draws the script; the same for the same scenario.</summary>
    internal abstract ScenarioScript Draw(Scenario scenario);

    /// <summary>Refuses a number of steps.</summary>
    private protected static void CheckSteps(IFields fields, string key, int steps, int least, int most)
    {
        if (steps < least || steps > most)
        {
            fields.Refuse($"is {steps}; it must be from {least} to {most}", "plan", key);
        }
    }

    /// <summary>Refuses a range of amounts that ends below its beginning.</summary>
    private protected static void CheckRange(IFields fields, string leastKey, double least, string mostKey, double most)
    {
        if (most < least)
        {
            fields.Refuse($"is {most:R}; it must not be below {leastKey}, {least:R}", "plan", mostKey);
        }
    }

    /// <summary>Refuses more orders than a plan may ask for.</summary>
    private protected static void CheckOrders(IFields fields, string key, long people, Scenario scenario)
    {
        if (people * scenario.Steps > Scenario.MostIntents)
        {
            fields.Refuse($"makes {people} people over {scenario.Steps} steps; their product must be at most {Scenario.MostIntents}", "plan", key);
        }
    }
}
