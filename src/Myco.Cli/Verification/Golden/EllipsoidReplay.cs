using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>ellipsoid.json</c>.</summary>
internal static class EllipsoidReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("ellipsoid", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
