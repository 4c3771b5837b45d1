using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>eclp_onswap.json</c>.</summary>
internal static class EclpOnSwapReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("eclp_onswap", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
