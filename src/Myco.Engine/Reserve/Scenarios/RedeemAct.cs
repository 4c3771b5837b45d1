using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>To redeem a part of the tokens then held.</summary>
internal sealed record RedeemAct(int Step, int Holder, double Share) : ScenarioAct(Step, Holder)
{
    public override SystemOperation? ToOperation(ScenarioHolder holder, SystemState state)
    {
        // The holders' tokens sum to the supply but for roundings.
        double tokens = Math.Min(Share * holder.Tokens, state.Supply - state.Locked);
        return tokens > 0 ? new RedeemOperation { Tokens = tokens } : null;
    }
}
