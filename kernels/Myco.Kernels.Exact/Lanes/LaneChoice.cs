using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Exact.Lanes;

/// <summary>Whether batches run in eight lanes: where the hardware has them, unless the environment variable <c>MYCO_LANES</c> names a narrower width
/// (<c>scalar</c>, <c>128</c>, <c>256</c>), for which there are no lanes of integers.</summary>
/// <remarks>Results do not depend on it. The words and their refusals are those of the binary64 kernels, which this library does not know.</remarks>
internal static class LaneChoice
{
    /// <summary>The name of the environment variable that forces a width.</summary>
    public const string Variable = "MYCO_LANES";

    private static readonly string? StartupError = Choose(Environment.GetEnvironmentVariable(Variable), out EightInUse);
    private static bool EightInUse;

    /// <summary>Whether the hardware has eight lanes with fused multiply-add and a rounding of its own per instruction.</summary>
    public static bool IsEightSupported => Avx512F.IsSupported && Avx512DQ.IsSupported;

    /// <summary>Whether eight lanes are in use.</summary>
    /// <exception cref="InvalidOperationException"><c>MYCO_LANES</c> names an unknown width or one that the hardware lacks.</exception>
    public static bool UsesEight => StartupError is null ? EightInUse : throw new InvalidOperationException(StartupError);

    /// <summary>Sets the choice until the result is disposed; for tests.</summary>
    public static IDisposable Force(bool eight)
    {
        if (eight && !IsEightSupported)
        {
            throw new ArgumentOutOfRangeException(nameof(eight), eight, "This hardware has no eight lanes; ask for false.");
        }

        bool before = EightInUse;
        EightInUse = eight;
        return new Restore(before);
    }

    /// <summary>What is wrong with the word, or null; and whether it means eight lanes.</summary>
    internal static string? Choose(string? word, out bool eight)
    {
        eight = IsEightSupported;
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        bool? supported = word switch
        {
            "scalar" => true,
            "128" => Vector128.IsHardwareAccelerated,
            "256" => Vector256.IsHardwareAccelerated,
            "512" => IsEightSupported,
            _ => null,
        };
        eight &= word == "512";
        return supported switch
        {
            true => null,
            false => $"{Variable} is '{word}', which this hardware lacks; unset it or name a narrower width.",
            null => $"{Variable} is '{word}'; known are scalar, 128, 256 and 512; unset it to use the widest that the hardware has.",
        };
    }

    private sealed class Restore(bool before) : IDisposable
    {
        public void Dispose() => EightInUse = before;
    }
}
