using System.Runtime.InteropServices;

namespace Myco.Bench.Ratios;

/// <summary>The processor time of the calling thread: other load on the machine does not count, as it would on the wall clock.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID of <time.h> on Linux

    /// <summary>Nanoseconds used so far by this thread; elsewhere than on Linux, nanoseconds of the wall clock.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return (long)System.Diagnostics.Stopwatch.GetElapsedTime(0).TotalNanoseconds;
            }

            GetTime(ThreadProcessorTime, out TimeSpecification time);
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
