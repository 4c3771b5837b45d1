using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Lanes;

/// <summary>The width on which the kernels run: the widest that the hardware accelerates, or the one that
/// the environment variable <c>MYCO_LANES</c> names (<c>scalar</c>, <c>128</c>, <c>256</c>, <c>512</c>).</summary>
/// <remarks>Results do not depend on the width. An unaccelerated vector type is 5 to 30 times slower than scalar
/// code, so a width that the hardware lacks is refused, never emulated.</remarks>
public static class LaneWidth
{
    /// <summary>The name of the environment variable that forces a width.</summary>
    public const string Variable = "MYCO_LANES";

    private static readonly string? StartupError = Choose(Environment.GetEnvironmentVariable(Variable), out CurrentCount);
    private static int CurrentCount;

    /// <summary>The number of elements per pack in use: 1, 2, 4 or 8.</summary>
    /// <exception cref="InvalidOperationException"><c>MYCO_LANES</c> names an unknown width or one that the hardware lacks.</exception>
    public static int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (StartupError is not null)
            {
                ThrowStartupError();
            }

            return CurrentCount;
        }
    }

    /// <summary>What is wrong with <c>MYCO_LANES</c>, or null: for programs that answer with an exit code of their own.</summary>
    public static string? Problem => StartupError;

    /// <summary>The widths that this hardware accelerates, narrowest first; 1 is always there.</summary>
    public static IReadOnlyList<int> Supported { get; } =
        [.. new[] { 1, 2, 4, 8 }.Where(IsSupported)];

    /// <summary>Whether the hardware accelerates packs of <paramref name="count"/> elements.</summary>
    public static bool IsSupported(int count) => count switch
    {
        1 => true,
        2 => Vector128.IsHardwareAccelerated,
        4 => Vector256.IsHardwareAccelerated,
        // Not Vector512.IsHardwareAccelerated: .NET says no on processors that lower their clock for 512 bits, though the
        // instructions run, and on those FMA loops still gain a third (0.62 against 0.95 ns on a Cascade Lake).
        8 => Avx512F.IsSupported && Avx512DQ.IsSupported,
        _ => false,
    };

    /// <summary>Sets the width until the result is disposed; for tests, which see the same bits whatever others run meanwhile.</summary>
    internal static IDisposable Force(int count)
    {
        if (!IsSupported(count))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "This hardware does not accelerate packs of that many elements.");
        }

        return new Restore(Interlocked.Exchange(ref CurrentCount, count));
    }

    private static string? Choose(string? word, out int count)
    {
        count = IsSupported(8) ? 8 : IsSupported(4) ? 4 : IsSupported(2) ? 2 : 1;
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        int wanted = word switch { "scalar" => 1, "128" => 2, "256" => 4, "512" => 8, _ => 0 };
        if (wanted == 0)
        {
            return $"{Variable} is '{word}'; known are scalar, 128, 256 and 512; unset it to use the widest that the hardware has.";
        }

        if (!IsSupported(wanted))
        {
            return $"{Variable} is '{word}', which this hardware lacks; it has at most {count * 64} bits; unset it or name a narrower width.";
        }

        count = wanted;
        return null;
    }

    private static void ThrowStartupError() => throw new InvalidOperationException(StartupError);

    private sealed class Restore(int previous) : IDisposable
    {
        public void Dispose() => CurrentCount = previous;
    }
}
