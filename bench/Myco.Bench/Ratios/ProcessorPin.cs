using System.Runtime.InteropServices;

namespace Myco.Bench.Ratios;

/// <summary>Keeps the calling thread on one core, so that its caches stay warm from round to round.</summary>
internal static partial class ProcessorPin
{
    /// <summary>Pins to the last core, which the system uses least for interrupts; false where that cannot be done.</summary>
    public static bool PinCurrentThread()
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessorCount > 64)
        {
            return false;
        }

        ulong mask = 1UL << (Environment.ProcessorCount - 1);
        return SetAffinity(0, sizeof(ulong), in mask) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int process, nuint size, in ulong mask);
}
