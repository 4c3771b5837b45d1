using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>reserve_safety.json</c>.</summary>
internal static class ReserveSafetyReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("reserve_safety", ContractEra.GydCore, new Dictionary<string, Action<GoldenCall>>
    {
    });
}
