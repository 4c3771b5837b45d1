namespace Myco.Engine.Reserve.Scenarios;

/// <summary>The course without a curve and without dampening: everybody is paid par until the reserve is empty.</summary>
/// <remarks>The same holders redeem the same tokens in the same order from the same vaults at the same prices. Source: spec 02-reserve-system, section 9.</remarks>
internal sealed class ParUntilEmpty
{
    private readonly double[] _given;
    private readonly double[] _paid;

    private ParUntilEmpty(int holders, int steps) => (_given, _paid, Backing) = (new double[holders], new double[holders], new double[steps]);

    /// <summary>The tokens that each holder gave up.</summary>
    public IReadOnlyList<double> Given => _given;

    /// <summary>The value that each holder was paid.</summary>
    public IReadOnlyList<double> Paid => _paid;

    /// <summary>Reserve value over supply after each step; NaN without supply.</summary>
    public double[] Backing { get; }

    /// <summary>Plays a bank run.</summary>
    /// <param name="scenario">A scenario with a <see cref="BankRunPlan"/>.</param>
    /// <exception cref="ArgumentException">The scenario is no valid bank run.</exception>
    public static ParUntilEmpty Of(Scenario scenario)
    {
        if (scenario.Plan is not BankRunPlan)
        {
            throw new ArgumentException($"'{scenario.Name}' is no bank run; only a run can be compared with par until the reserve is empty.", nameof(scenario));
        }

        ScenarioRun start = ScenarioRun.Begin(scenario);
        ParUntilEmpty course = new(start.Holders.Count, scenario.Steps);
        double[] tokens = [.. start.Holders.Select(holder => holder.Tokens)];
        double full = start.State.ReserveValue, left = 1, supply = start.State.Supply;
        int intent = 0, change = 0;
        for (int step = 0; step < scenario.Steps; step++)
        {
            if (change < scenario.Prices.Count && scenario.Prices[change].Step == step)
            {
                full = Value(start, scenario.Prices[change++].Values);
            }

            for (; intent < start.Script.Intents.Count && start.Script.Intents[intent].Step == step; intent++)
            {
                RedeemAct redeem = (RedeemAct)start.Script.Intents[intent];
                double given = redeem.Share * tokens[redeem.Holder];
                double paid = Math.Min(given, left * full);
                (tokens[redeem.Holder], supply, left) = (tokens[redeem.Holder] - given, supply - given, left - (paid / full));
                course._given[redeem.Holder] += given;
                course._paid[redeem.Holder] += paid;
            }

            course.Backing[step] = supply > 0 ? left * full / supply : double.NaN;
        }

        return course;
    }

    /// <summary>The value of the first deposit's vaults at other prices.</summary>
    private static double Value(ScenarioRun start, IReadOnlyList<double> prices)
    {
        double value = 0;
        for (int i = 0; i < prices.Count; i++)
        {
            value += start.State.Amounts[i] * start.Scenario.Parameters.Vaults[i].Rate * prices[i];
        }

        return value;
    }
}
