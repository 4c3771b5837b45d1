using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>pamm.json</c>.</summary>
internal static class PammReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("pamm", ContractEra.GydCore, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
