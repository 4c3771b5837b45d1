namespace Myco.Cli.Verification.Golden;

/// <summary>Every library whose vectors can be replayed.</summary>
internal static class GoldenLibraries
{
    private static readonly GoldenLibrary[] All =
    [
        EllipsoidReplay.Library, EllipsoidReplay.Contract, EclpReplay.Library, EclpOnSwapReplay.Library, Clp2Replay.Library, Clp2V2Replay.Library, Clp3Replay.Library,
        FixedPointReplay.Library, WeightedReplay.Library, StableReplay.Library, SurgeReplay.Library, VaultReplay.Library, LbpReplay.Library,
        QuantAmmReplay.Library, PammReplay.Library, ReserveSafetyReplay.Library,
    ];

    /// <summary>The library of that name; null when there is none.</summary>
    public static GoldenLibrary? Find(string name) => Array.Find(All, library => library.Name == name);
}
