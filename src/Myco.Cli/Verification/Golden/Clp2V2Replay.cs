using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>clp2_v2.json</c>.</summary>
internal static class Clp2V2Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp2_v2", ContractEra.Solidity07, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
