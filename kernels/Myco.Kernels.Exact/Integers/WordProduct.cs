using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Exact.Integers;

/// <summary>The upper word of a product of two words; the lower one is the product modulo 2⁶⁴.</summary>
internal static class WordProduct
{
    /// <summary>⌊left·right / 2⁶⁴⌋.</summary>
    /// <remarks>Asked for alone, it stays in a register; <see cref="Math.BigMul(ulong, ulong, out ulong)"/> sends the lower word through memory,
    /// which costs more than a second multiplication.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(ulong left, ulong right) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(left, right) : Math.BigMul(left, right, out _);
}
