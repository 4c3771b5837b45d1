using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>clp2.json</c>.</summary>
internal static class Clp2Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp2", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
