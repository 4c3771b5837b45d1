using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>weighted.json</c>.</summary>
internal static class WeightedReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("weighted", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
