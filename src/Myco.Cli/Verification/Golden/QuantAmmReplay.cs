using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>quantamm.json</c>.</summary>
internal static class QuantAmmReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("quantamm", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
