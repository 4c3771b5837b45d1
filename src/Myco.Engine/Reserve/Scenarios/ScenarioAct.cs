using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>What a holder wants to do at a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Holder">The holder's number.</param>
internal abstract record ScenarioAct(int Step, int Holder)
{
    /// <summary>The order that it comes to; null when there is nothing to order.</summary>
    public abstract SystemOperation? ToOperation(ScenarioHolder holder, SystemState state);
}
