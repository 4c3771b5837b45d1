using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>clp3.json</c>.</summary>
internal static class Clp3Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp3", ContractEra.Solidity07, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
