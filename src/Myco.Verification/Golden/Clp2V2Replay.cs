using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>clp2_v2.json</c>.</summary>
internal static class Clp2V2Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp2_v2", ContractEra.Solidity07, () => Clp2Replay.Functions(Clp2Version.BalancerV2));
}
