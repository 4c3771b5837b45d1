using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>stable.json</c>.</summary>
internal static class StableReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("stable", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
