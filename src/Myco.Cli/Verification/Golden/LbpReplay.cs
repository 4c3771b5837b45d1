using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>lbp.json</c>.</summary>
internal static class LbpReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("lbp", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
