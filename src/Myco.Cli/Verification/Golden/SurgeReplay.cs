using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>surge.json</c>.</summary>
internal static class SurgeReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("surge", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
