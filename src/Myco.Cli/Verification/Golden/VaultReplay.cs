using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>vault.json</c>.</summary>
internal static class VaultReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("vault", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
