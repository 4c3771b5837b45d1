using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>eclp.json</c>.</summary>
internal static class EclpReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("eclp", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
