using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Composition;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>What a holder wants to do at a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Holder">The holder's number.</param>
internal abstract record ScenarioIntent(int Step, int Holder)
{
    /// <summary>The order that it comes to; null when there is nothing to order.</summary>
    public abstract SystemOrder? ToOrder(ScenarioHolder holder, SystemState state);
}

/// <summary>To deposit a value.</summary>
internal sealed record DepositIntent(int Step, int Holder, double Value) : ScenarioIntent(Step, Holder)
{
    public override SystemOrder ToOrder(ScenarioHolder holder, SystemState state) => new DepositOrder { Value = Value };
}

/// <summary>To redeem a part of the tokens then held.</summary>
internal sealed record RedeemIntent(int Step, int Holder, double Share) : ScenarioIntent(Step, Holder)
{
    public override SystemOrder? ToOrder(ScenarioHolder holder, SystemState state)
    {
        // The holders' tokens sum to the supply but for roundings.
        double tokens = Math.Min(Share * holder.Tokens, state.Supply - state.Locked);
        return tokens > 0 ? new RedeemOrder { Tokens = tokens } : null;
    }
}

/// <summary>To claim tokens for work.</summary>
internal sealed record WorkIntent(int Step, int Holder, string Type, double Units) : ScenarioIntent(Step, Holder)
{
    /// <summary>Whose word it is.</summary>
    public const string Attester = "attester";

    public override SystemOrder ToOrder(ScenarioHolder holder, SystemState state) =>
        new ContributeOrder { Attestation = new Attestation($"holder {Holder}", Type, Units, state.Time, Step + 1, Attester) };
}
