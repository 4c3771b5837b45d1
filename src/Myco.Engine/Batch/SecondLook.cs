using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>What the loops leave to single quotes: refused amounts, and the first quotes of a pair.</summary>
internal static class SecondLook
{
    /// <summary>The first element from <paramref name="start"/> on that its loop could not price, or −1.</summary>
    public static int Next(ReadOnlySpan<byte> statuses, int start)
    {
        int offset = statuses[start..].IndexOf(SwapPack.Unpriced);
        return offset < 0 ? -1 : start + offset;
    }

    /// <summary>1 − fee; NaN for a fee outside [0, 1), which leaves every element to a single quote and so to its status.</summary>
    public static double Retained(double fee) => fee >= 0 && fee < 1 ? 1 - fee : double.NaN;
}
