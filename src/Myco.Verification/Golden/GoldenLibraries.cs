using System.Text.Json;
using System.Text.RegularExpressions;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>Every library whose vectors can be replayed, and which of them a file is for.</summary>
internal static class GoldenLibraries
{
    // Contract and project as the headers' sources name them; a library of our own has none.
    private static readonly Entry[] All =
    [
        new(EllipsoidReplay.Library), new(EllipsoidReplay.Contract),
        new(EclpReplay.Library, "GyroECLPMath", "balancer-v3-monorepo"), new(EclpOnSwapReplay.Library, "GyroECLPMath", "Balancer V3"),
        new(Clp2Replay.Library, "Gyro2CLPMath", "balancer-v3-monorepo"), new(Clp2V2Replay.Library, "Gyro2CLPMath", "concentrated-lps"),
        new(Clp3Replay.Library, "Gyro3CLPMath", "concentrated-lps"), new(FixedPointReplay.Library, "SignedFixedPoint", "balancer-v3-monorepo"),
        new(WeightedReplay.Library, "WeightedMath", "balancer-v3-monorepo"), new(StableReplay.Library, "StableMath", "balancer-v3-monorepo"),
        new(SurgeReplay.Library, "StableSurgeHook", "balancer-v3-monorepo"), new(VaultReplay.Library, "Vault", "balancer-v3-monorepo"),
        new(LbpReplay.Library, "LBPool", "balancer-v3-monorepo"), new(QuantAmmReplay.Library, "QuantAMMWeightedPool", "QuantAMM-V1"),
        new(PammReplay.Library, "PrimaryAMMV1", "gyd-core"), new(ReserveSafetyReplay.Library, "ReserveSafetyManager", "gyd-core"),
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(entry => entry.Library.Name)];

    private static string Known => string.Join(", ", Names);

    /// <summary>The library of that name; null when there is none.</summary>
    public static GoldenLibrary? Find(string name) => Array.Find(All, entry => entry.Library.Name == name)?.Library;

    /// <summary>The library a file is for: <c>header.library</c> says it; else the contract that the header's source names, the project and then
    /// the functions deciding between several; else the name of the file, or its beginning up to a mark; else its functions.</summary>
    /// <param name="header">The file's header.</param>
    /// <param name="file">The name of the file without its extension.</param>
    /// <param name="functions">The function of every case.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>Null when none, or more than one, is meant.</returns>
    public static GoldenLibrary? Of(VectorNode header, string file, List<string> functions, out string problem)
    {
        problem = string.Empty;
        if (header.Has("library"))
        {
            string name = header["library"].Text();
            problem = $"header.library is '{name}', and no library has that name; known are {Known}";
            return Find(name);
        }

        string source = header.Has("source") ? SourceText(header["source"]) : string.Empty;
        List<Entry> found = [.. All.Where(entry => entry.IsNamedIn(source))];
        if (found.Count == 0)
        {
            found = Longest(All.Where(entry => entry.IsBeginningOf(file)));
        }

        int least = found.Count == 0 ? 1 : 0;
        found = Best(found.Count == 0 ? All : found, entry => entry.IsOf(source) ? 1 : 0, atLeast: 0);
        found = Best(found, entry => functions.Count(entry.Library.Functions.ContainsKey), atLeast: least);
        found = found.Count > 1 ? Longest(found.Where(entry => entry.IsBeginningOf(file))) : found;
        problem = $"the header's source, the file's name and its functions do not tell one library; add \"library\" to the header: {Known}";
        return found.Count == 1 ? found[0].Library : null;
    }

    private static string SourceText(VectorNode source) => source.Kind switch
    {
        JsonTokenType.StartArray => string.Join('\n', source.List().Select(SourceText)),
        JsonTokenType.StartObject => string.Join('\n', source.Keys().Where(key => key is "project" or "file").Select(key => source[key].Text())),
        _ => source.Text(),
    };

    private static List<Entry> Best(IReadOnlyCollection<Entry> entries, Func<Entry, int> score, int atLeast)
    {
        int best = entries.Count == 0 ? 0 : entries.Max(score);
        return [.. entries.Where(entry => best >= atLeast && score(entry) == best)];
    }

    private static List<Entry> Longest(IEnumerable<Entry> entries) =>
        [.. entries.OrderByDescending(entry => entry.Library.Name.Length).Take(1)];

    private sealed record Entry(GoldenLibrary Library, string Contract = "", string Project = "")
    {
        public bool IsNamedIn(string source) => Contract.Length > 0 && Regex.IsMatch(source, $@"\b{Contract}\b");

        public bool IsOf(string source) => Project.Length > 0 && source.Contains(Project, StringComparison.OrdinalIgnoreCase);

        public bool IsBeginningOf(string file) => file.StartsWith(Library.Name, StringComparison.Ordinal)
            && (file.Length == Library.Name.Length || !char.IsLetterOrDigit(file[Library.Name.Length]));
    }
}
