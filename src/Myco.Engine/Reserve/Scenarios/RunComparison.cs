namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A bank run both ways: by the curve with dampening, and at par until the reserve is empty.</summary>
/// <remarks>Source: spec 02-reserve-system, section 9.</remarks>
public sealed class RunComparison
{
    private static readonly string[] Quartiles = ["first quartile", "second quartile", "third quartile", "last quartile"];

    private RunComparison(IReadOnlyList<double> backingAtPar, IReadOnlyList<HolderGroup> groups) => (BackingAtPar, Groups) = (backingAtPar, groups);

    /// <summary>Reserve value over supply after each step if par is paid until nothing is left; NaN without supply.</summary>
    public IReadOnlyList<double> BackingAtPar { get; }

    /// <summary>The redeemers in quartiles by their first redemption, then those who stay, where there are any.</summary>
    public IReadOnlyList<HolderGroup> Groups { get; }

    /// <summary>Compares a run that is over.</summary>
    /// <exception cref="ArgumentException">The run is no bank run.</exception>
    public static RunComparison Of(ScenarioRun run)
    {
        ParUntilEmpty atPar = ParUntilEmpty.Of(run.Scenario);
        double[] tokens = [.. ScenarioRun.Begin(run.Scenario).Holders.Select(holder => holder.Tokens)];
        int[] redeemers = [.. run.Script.Redeemers()];
        List<HolderGroup> groups = [];
        for (int quartile = 0; quartile < Quartiles.Length; quartile++)
        {
            int[] members = redeemers[(quartile * redeemers.Length / Quartiles.Length)..((quartile + 1) * redeemers.Length / Quartiles.Length)];
            groups.Add(new(
                Quartiles[quartile],
                members.Length,
                members.Sum(member => tokens[member]),
                members.Sum(member => atPar.Paid[member]) / members.Sum(member => atPar.Given[member]),
                members.Sum(member => run.Holders[member].Paid) / members.Sum(member => run.Holders[member].Given)));
        }

        int[] staying = [.. Enumerable.Range(0, tokens.Length).Except(redeemers)];
        if (staying.Length > 0)
        {
            groups.Add(new("stay", staying.Length, staying.Sum(member => tokens[member]), atPar.Backing[^1], run.State.BackingRatio));
        }

        return new(atPar.Backing, groups);
    }
}
