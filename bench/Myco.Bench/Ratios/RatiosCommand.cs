using Myco.Kernels.Lanes;

namespace Myco.Bench.Ratios;

/// <summary>The verb <c>ratios</c>: every row of the performance document, family by family.</summary>
internal static class RatiosCommand
{
    /// <summary>0 when all was measured, whether or not the targets are reached on this machine; 2 for bad arguments.</summary>
    public static int Run(string[] words)
    {
        if (!RatioArguments.TryRead(words, out RatioArguments arguments, out string? problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        bool pinned = ProcessorPin.PinCurrentThread();
        Console.WriteLine($"{ProcessorName.Find()}, lanes of {LaneWidth.Current * 64} bits, .NET {Environment.Version}, {(pinned ? "one core" : "not pinned")}");
        Console.WriteLine($"thread time, {arguments.Rounds} interleaved rounds, 25th percentile, node by its own clock; targets of the design are for AVX-512 on Zen 5");
        RatioTable table = new(Console.Out);
        table.WriteHeader();
        foreach (RatioFamily family in arguments.Families)
        {
            Measure(family.MakeRows(), arguments.Rounds, table);
        }

        Console.WriteLine($"{table.Reached} reached, {table.Missed} missed, {table.NotInstalled} not installed");
        return 0;
    }

    private static void Measure(IReadOnlyList<RatioRow> rows, int rounds, RatioTable table)
    {
        Work[] works = [.. rows.SelectMany(row => new[] { row.Ours, row.Baseline.Work }).OfType<Work>().Distinct(ReferenceEqualityComparer.Instance).Cast<Work>()];
        Timing[] timings = Stopwatch.Measure(works, rounds);
        foreach (RatioRow row in rows)
        {
            Timing? baseline = row.Baseline.Work is Work work ? timings[Array.IndexOf(works, work)] : null;
            table.Write(row, timings[Array.IndexOf(works, row.Ours)], baseline);
        }
    }
}
