using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>fixedpoint.json</c>.</summary>
internal static class FixedPointReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("fixedpoint", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
