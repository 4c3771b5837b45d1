using System.Globalization;
using Myco.Bench.Ratios.Rows;
using Myco.Kernels.Lanes;

namespace Myco.Bench.Ratios;

/// <summary>The verb <c>ratios</c>: every row of the performance document, family by family.</summary>
internal static class RatiosCommand
{
    private const int LeastRounds = 21;
    private const int UsualRounds = 41;

    private static readonly Func<IReadOnlyList<RatioRow>>[] Families =
    [
        MixedSwapRows.Make,
        LadderRows.Make,
        SingleQuoteRows.Make,
        UpdateRows.Make,
        StateStepRows.Make,
        ProductRows.Make,
        ElementaryRows.Make,
        WideIntegerRows.Make,
        ExactPoolRows.Make,
        ExactSurfaceRows.Make,
        ReserveRows.Make,
    ];

    /// <summary>0 when all was measured, whether or not the targets are reached on this machine; 2 for bad arguments.</summary>
    public static int Run(string[] arguments)
    {
        int rounds = UsualRounds;
        if (arguments.Length != 0 && !(arguments is ["--rounds", string text]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out rounds) && rounds >= LeastRounds))
        {
            Console.Error.WriteLine($"ratios takes --rounds N, N at least {LeastRounds}; leave it out for {UsualRounds}.");
            return 2;
        }

        bool pinned = ProcessorPin.PinCurrentThread();
        Console.WriteLine($"{ProcessorName.Find()}, lanes of {LaneWidth.Current * 64} bits, .NET {Environment.Version}, {(pinned ? "one core" : "not pinned")}");
        Console.WriteLine($"thread time, {rounds} interleaved rounds, 25th percentile, node by its own clock; targets of the design are for AVX-512 on Zen 5");
        RatioTable table = new(Console.Out);
        table.WriteHeader();
        foreach (Func<IReadOnlyList<RatioRow>> family in Families)
        {
            Measure(family(), rounds, table);
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
