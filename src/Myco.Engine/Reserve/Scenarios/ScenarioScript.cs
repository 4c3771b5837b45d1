namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A scenario with chance drawn: who holds what at first, and what everybody wants, step by step.</summary>
internal sealed class ScenarioScript
{
    /// <summary>A script.</summary>
    /// <param name="sizes">What each holder has of the first deposit's tokens, in any unit.</param>
    /// <param name="intents">What they want, in any order; within a step, the order given holds.</param>
    public ScenarioScript(double[] sizes, List<ScenarioAct> intents)
    {
        double total = sizes.Sum();
        Shares = [.. sizes.Select(size => size / total)];
        Intents = [.. intents.OrderBy(intent => intent.Step)];
    }

    /// <summary>Each holder's part of the first deposit's tokens; they sum to 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>The intents in the order of their steps.</summary>
    public IReadOnlyList<ScenarioAct> Intents { get; }

    /// <summary>The holders who redeem, in the order of their first redemption.</summary>
    public IEnumerable<int> Redeemers() => Intents.OfType<RedeemAct>().Select(intent => intent.Holder).Distinct();
}
