using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>To claim tokens for work.</summary>
internal sealed record WorkAct(int Step, int Holder, string Type, double Units) : ScenarioAct(Step, Holder)
{
    /// <summary>Whose word it is.</summary>
    public const string Attester = "attester";

    public override SystemOperation ToOperation(ScenarioHolder holder, SystemState state) =>
        new ContributeOperation { Attestation = new Attestation($"holder {Holder}", Type, Units, state.Time, Step + 1, Attester) };
}
