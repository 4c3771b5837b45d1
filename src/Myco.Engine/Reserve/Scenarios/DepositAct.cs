using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>To deposit a value.</summary>
internal sealed record DepositAct(int Step, int Holder, double Value) : ScenarioAct(Step, Holder)
{
    public override SystemOperation ToOperation(ScenarioHolder holder, SystemState state) => new DepositOperation { Value = Value };
}
