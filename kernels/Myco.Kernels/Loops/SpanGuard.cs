using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Myco.Kernels.Loops;

/// <summary>What every loop asks of its spans before it runs: the lengths, then the overlaps.</summary>
internal static class SpanGuard
{
    /// <summary>Requires <paramref name="length"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLength(int actual, int length, string name)
    {
        if (actual != length)
        {
            ThrowLength(actual, length, name);
        }
    }

    /// <summary>Requires at least one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireNotEmpty(int actual, string name)
    {
        if (actual == 0)
        {
            ThrowEmpty(name);
        }
    }

    /// <summary>Requires that the two of equal length are the same memory or have none in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireSameOrApart(ReadOnlySpan<double> input, ReadOnlySpan<double> destination, string name)
    {
        nint distance = Distance(input, destination);
        if (distance != 0 && Overlap(distance, input.Length, destination.Length))
        {
            ThrowPartialOverlap(distance / sizeof(double), name);
        }
    }

    /// <summary>Requires that the two have no memory in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireApart(ReadOnlySpan<double> input, ReadOnlySpan<double> destination, string name)
    {
        nint distance = Distance(input, destination);
        if (Overlap(distance, input.Length, destination.Length) && input.Length != 0 && destination.Length != 0)
        {
            ThrowOverlap(distance / sizeof(double), name);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Distance(ReadOnlySpan<double> input, ReadOnlySpan<double> destination) =>
        Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(destination));

    // The destination starts inside the input, or ends inside it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap(nint distance, int inputLength, int destinationLength) =>
        (nuint)distance < (nuint)inputLength * sizeof(double) || (nuint)(-distance) < (nuint)destinationLength * sizeof(double);

    [DoesNotReturn]
    private static void ThrowLength(int actual, int length, string name) =>
        throw new ArgumentException($"'{name}' has {actual} elements; exactly {length} are needed; slice or enlarge it.", name);

    [DoesNotReturn]
    private static void ThrowEmpty(string name) =>
        throw new ArgumentException($"'{name}' has 0 elements; at least 1 is needed; treat the empty case before the call.", name);

    [DoesNotReturn]
    private static void ThrowPartialOverlap(nint elements, string name) => throw new ArgumentException(
        $"The destination starts {elements} elements from the start of '{name}' and overlaps it; "
        + "only the same start (0) or no overlap is allowed; write to a separate span.", name);

    [DoesNotReturn]
    private static void ThrowOverlap(nint elements, string name) => throw new ArgumentException(
        $"The destination starts {elements} elements from the start of '{name}' and overlaps it; "
        + "no overlap is allowed; write to a separate span.", name);
}
