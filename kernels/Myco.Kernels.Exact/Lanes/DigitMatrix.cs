using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Lanes;

/// <summary>M·v exactly, four rows at once, for a square matrix of signed words below 2¹³⁹ and a vector of words below 2¹¹³.</summary>
/// <remarks>M + 2¹³⁹ is not negative and has five digits of 29 bits, a word of v four: a product has 58 bits, eight columns with four products each 63, so that
/// nothing is carried before the end. A row is eight such sums, put together once, less 2¹³⁹·Σv. Immutable. Source: spec/06-exact-ellipsoid.md §2, m = Mv.</remarks>
internal sealed class DigitMatrix
{
    /// <summary>The most rows and columns.</summary>
    public const int LargestCount = 8;

    /// <summary>Words of the matrix are below 2 to this, without the sign.</summary>
    public const int MatrixBits = 139;

    private const int DigitBits = 29;
    private const int MatrixCount = 5;
    private const int VectorCount = 4;
    private const int Lanes = 4;
    private const ulong Mask = (1UL << DigitBits) - 1;

    private readonly ulong[] _digits;
    private readonly int _count;

    /// <summary>The matrix.</summary>
    /// <param name="count">N, 1 to 8.</param>
    /// <param name="matrix">N·N words, row by row, each of magnitude below 2¹³⁹.</param>
    /// <exception cref="ArgumentOutOfRangeException">N is not from 1 to 8, or there are not N·N words.</exception>
    public DigitMatrix(int count, ReadOnlySpan<Int256> matrix)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, count * count);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LargestCount);
        _count = count;
        int groups = (count + Lanes - 1) / Lanes;
        _digits = new ulong[groups * count * MatrixCount * Lanes];
        Int256 bias = new(UInt256.One << MatrixBits);
        for (int at = 0; at < matrix.Length; at++)
        {
            (int row, int column) = Math.DivRem(at, count);
            UInt256 biased = Int256.WrappingAdd(matrix[at], bias).Bits;
            for (int digit = 0; digit < MatrixCount; digit++)
            {
                int place = ((((row / Lanes * count) + column) * MatrixCount) + digit) * Lanes;
                _digits[place + (row % Lanes)] = (biased >> (digit * DigitBits)).Limb0 & Mask;
            }
        }
    }

    /// <summary>product = M·v.</summary>
    /// <param name="vector">N words, each below 2¹¹³; not checked.</param>
    /// <param name="product">N words; must not overlap the vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span has not N words.</exception>
    [SkipLocalsInit]
    public void Multiply(ReadOnlySpan<UInt256> vector, Span<Int256> product)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, _count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(product.Length, _count);
        Span<ulong> digits = stackalloc ulong[LargestCount * VectorCount];
        Span<ulong> words = stackalloc ulong[4 * Lanes];
        UInt128 sum = Split(vector, digits);

        // 2¹³⁹·Σv
        ulong bias2 = (ulong)sum << 11, bias3 = (ulong)(sum >> 53);
        for (int row = 0; row < product.Length; row += Lanes)
        {
            FourRows(_digits.AsSpan(row / Lanes * _count * MatrixCount * Lanes, _count * MatrixCount * Lanes), digits, words);
            for (int lane = 0; lane < Math.Min(Lanes, product.Length - row); lane++)
            {
                ulong word2 = words[(2 * Lanes) + lane], word3 = words[(3 * Lanes) + lane];
                word3 -= bias3 + (word2 < bias2 ? 1UL : 0);
                product[row + lane] = new(new UInt256(words[lane], words[Lanes + lane], word2 - bias2, word3));
            }
        }
    }

    /// <summary>The digits of the vector, and their sum.</summary>
    private static UInt128 Split(ReadOnlySpan<UInt256> vector, Span<ulong> digits)
    {
        UInt128 sum = 0;
        for (int j = 0, at = 0; j < vector.Length; j++, at += VectorCount)
        {
            ulong low = vector[j].Limb0, high = vector[j].Limb1;
            sum += new UInt128(high, low);
            digits[at] = low & Mask;
            digits[at + 1] = (low >> 29) & Mask;
            digits[at + 2] = ((low >> 58) | (high << 6)) & Mask;
            digits[at + 3] = high >> 23;
        }

        return sum;
    }

    /// <summary>Four words of four rows, each word of all rows together.</summary>
    private static void FourRows(ReadOnlySpan<ulong> matrix, ReadOnlySpan<ulong> vector, Span<ulong> words)
    {
        Vector256<ulong> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (; matrix.Length >= MatrixCount * Lanes; matrix = matrix[(MatrixCount * Lanes)..], vector = vector[VectorCount..])
        {
            Vector256<ulong> v0 = Vector256.Create(vector[0]), v1 = Vector256.Create(vector[1]);
            Vector256<ulong> v2 = Vector256.Create(vector[2]), v3 = Vector256.Create(vector[3]);
            Vector256<ulong> m = Vector256.Create(matrix);
            (c0, c1, c2, c3) = (c0 + Product(m, v0), c1 + Product(m, v1), c2 + Product(m, v2), c3 + Product(m, v3));
            m = Vector256.Create(matrix[Lanes..]);
            (c1, c2, c3, c4) = (c1 + Product(m, v0), c2 + Product(m, v1), c3 + Product(m, v2), c4 + Product(m, v3));
            m = Vector256.Create(matrix[(2 * Lanes)..]);
            (c2, c3, c4, c5) = (c2 + Product(m, v0), c3 + Product(m, v1), c4 + Product(m, v2), c5 + Product(m, v3));
            m = Vector256.Create(matrix[(3 * Lanes)..]);
            (c3, c4, c5, c6) = (c3 + Product(m, v0), c4 + Product(m, v1), c5 + Product(m, v2), c6 + Product(m, v3));
            m = Vector256.Create(matrix[(4 * Lanes)..]);
            (c4, c5, c6, c7) = (c4 + Product(m, v0), c5 + Product(m, v1), c6 + Product(m, v2), c7 + Product(m, v3));
        }

        Carry(ref c0, ref c1);
        Carry(ref c1, ref c2);
        Carry(ref c2, ref c3);
        Carry(ref c3, ref c4);
        Carry(ref c4, ref c5);
        Carry(ref c5, ref c6);
        Carry(ref c6, ref c7);
        (c0 | (c1 << 29) | (c2 << 58)).CopyTo(words);
        ((c2 >>> 6) | (c3 << 23) | (c4 << 52)).CopyTo(words[Lanes..]);
        ((c4 >>> 12) | (c5 << 17) | (c6 << 46)).CopyTo(words[(2 * Lanes)..]);
        ((c6 >>> 18) | (c7 << 11)).CopyTo(words[(3 * Lanes)..]);
    }

    /// <summary>The products of digits: of the lower halves where the processor has that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> left, Vector256<ulong> right) =>
        Avx2.IsSupported ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32()) : left * right;

    /// <summary>Sends what a column has above its digit to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Carry(ref Vector256<ulong> column, ref Vector256<ulong> next)
    {
        next += column >>> DigitBits;
        column &= Vector256.Create(Mask);
    }
}
