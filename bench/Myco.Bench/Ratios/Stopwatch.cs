namespace Myco.Bench.Ratios;

/// <summary>Times several works interleaved: each round runs every work once, so that a change of clock or load meets all.</summary>
internal static class Stopwatch
{
    private const long SampleNanoseconds = 500_000;

    // Intel's server cores run 512-bit instructions at a quarter of their speed for up to half a millisecond after other code,
    // until the core's power is granted: a sample inside that window once showed 1350 ns for a product of 560.
    private const long SettleNanoseconds = 2_000_000;
    private const long WarmUpNanoseconds = 20_000_000;
    private const int WarmUpCalls = 40;
    private const int WarmUpPauses = 3;

    /// <summary>The timing of each work, in their order.</summary>
    public static Timing[] Measure(IReadOnlyList<Work> works, int rounds)
    {
        WarmUp(works);
        int[] repeats = [.. works.Select(work => work.SelfTimed is null ? Repeats(work) : 1)];
        double[][] samples = [.. works.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Count; i++)
            {
                samples[i][round] = works[i].SelfTimed is Func<double> timed
                    ? timed()
                    : Sample(works[i].Run, repeats[i]) / (repeats[i] * works[i].Items);
            }
        }

        return [.. works.Select((work, i) => new Timing(Quartile(samples[i]), Bytes(work)))];
    }

    /// <summary>Thirty calls and a pause bring a method to the optimising compiler; three times, for what it calls in turn.</summary>
    private static void WarmUp(IReadOnlyList<Work> works)
    {
        for (int pause = 0; pause < WarmUpPauses; pause++)
        {
            foreach (Work work in works)
            {
                long start = ThreadClock.Nanoseconds;
                for (int call = 0; call < WarmUpCalls && ThreadClock.Nanoseconds - start < WarmUpNanoseconds; call++)
                {
                    work.Run();
                }
            }

            Thread.Sleep(120);
        }
    }

    private static int Repeats(Work work)
    {
        return (int)Math.Clamp(SampleNanoseconds / Math.Max(1, Sample(work.Run, 1)), 1, 100_000);
    }

    private static long Sample(Action run, int repeats)
    {
        Settle(run);
        long start = ThreadClock.Nanoseconds;
        for (int i = 0; i < repeats; i++)
        {
            run();
        }

        return ThreadClock.Nanoseconds - start;
    }

    /// <summary>Runs untimed, at least once: the other works have taken the caches, and the clock fits their instructions.</summary>
    private static void Settle(Action run)
    {
        long start = ThreadClock.Nanoseconds;
        do
        {
            run();
        }
        while (ThreadClock.Nanoseconds - start < SettleNanoseconds);
    }

    private static double Quartile(double[] samples)
    {
        Array.Sort(samples);
        return samples[samples.Length / 4];
    }

    private static double Bytes(Work work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work.Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / work.Items;
    }
}
