using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Lanes;

/// <summary>Eight numbers of 256 bits as four packs, one per limb; and between them and memory.</summary>
internal static class EightWords
{
    /// <summary>The lower two limbs of eight numbers; false where one of them is 2¹²⁸ or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool LoadLower(ReadOnlySpan<UInt256> numbers, out Vector512<ulong> limb0, out Vector512<ulong> limb1)
    {
        ref ulong first = ref Unsafe.As<UInt256, ulong>(ref MemoryMarshal.GetReference(numbers[..8]));
        Vector512<ulong> pair0 = Vector512.LoadUnsafe(ref first), pair1 = Vector512.LoadUnsafe(ref first, 8);
        Vector512<ulong> pair2 = Vector512.LoadUnsafe(ref first, 16), pair3 = Vector512.LoadUnsafe(ref first, 24);
        Vector512<ulong> lower = Vector512.Create(0UL, 4, 8, 12, 1, 5, 9, 13);
        Vector512<ulong> half0 = Avx512F.PermuteVar8x64x2(pair0, lower, pair1), half1 = Avx512F.PermuteVar8x64x2(pair2, lower, pair3);
        limb0 = Avx512F.PermuteVar8x64x2(half0, Vector512.Create(0UL, 1, 2, 3, 8, 9, 10, 11), half1);
        limb1 = Avx512F.PermuteVar8x64x2(half0, Vector512.Create(4UL, 5, 6, 7, 12, 13, 14, 15), half1);
        Vector512<ulong> upper = Vector512.Create(0UL, 0, ulong.MaxValue, ulong.MaxValue, 0, 0, ulong.MaxValue, ulong.MaxValue);
        return ((pair0 | pair1 | pair2 | pair3) & upper) == Vector512<ulong>.Zero;
    }

    /// <summary>Writes eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(
        Vector512<ulong> limb0, Vector512<ulong> limb1, Vector512<ulong> limb2, Vector512<ulong> limb3, Span<UInt256> numbers)
    {
        ref ulong first = ref Unsafe.As<UInt256, ulong>(ref MemoryMarshal.GetReference(numbers[..8]));
        Vector512<ulong> even01 = Avx512F.UnpackLow(limb0, limb1), odd01 = Avx512F.UnpackHigh(limb0, limb1);
        Vector512<ulong> even23 = Avx512F.UnpackLow(limb2, limb3), odd23 = Avx512F.UnpackHigh(limb2, limb3);

        // Quarters of 128 bits: 0 and 1, or 2 and 3, of each; then those of one number side by side, with its odd neighbour.
        Vector512<ulong> even = Avx512F.Shuffle4x128(even01, even23, 0b01_00_01_00), odd = Avx512F.Shuffle4x128(odd01, odd23, 0b01_00_01_00);
        Avx512F.Shuffle4x128(even, odd, 0b10_00_10_00).StoreUnsafe(ref first);
        Avx512F.Shuffle4x128(even, odd, 0b11_01_11_01).StoreUnsafe(ref first, 8);
        even = Avx512F.Shuffle4x128(even01, even23, 0b11_10_11_10);
        odd = Avx512F.Shuffle4x128(odd01, odd23, 0b11_10_11_10);
        Avx512F.Shuffle4x128(even, odd, 0b10_00_10_00).StoreUnsafe(ref first, 16);
        Avx512F.Shuffle4x128(even, odd, 0b11_01_11_01).StoreUnsafe(ref first, 24);
    }
}
