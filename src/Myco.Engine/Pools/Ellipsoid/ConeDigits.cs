using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>M·v exactly, four rows at once, from digits of M that let the sums of a row run without carries between them.</summary>
/// <remarks>M + 2¹³⁹ is not negative and has five digits of 29 bits, a balance four: a product has 58 bits, eight balances with four products a column 63. A row is
/// eight columns, put together once, less 2¹³⁹·Σv. Source: spec/06-exact-ellipsoid.md §2, m = Mv.</remarks>
internal sealed class ConeDigits
{
    private const int DigitBits = 29;
    private const int ConeCount = 5;
    private const int BalanceCount = 4;
    private const int Lanes = 4;
    private const ulong Mask = (1UL << DigitBits) - 1;

    private readonly ulong[] _digits;
    private readonly int _count;

    public ConeDigits(int count, ReadOnlySpan<Int256> cone)
    {
        _count = count;
        int groups = (count + Lanes - 1) / Lanes;
        _digits = new ulong[groups * count * ConeCount * Lanes];
        Int256 bias = new(UInt256.One << ParameterLimits.ConeBits);
        for (int at = 0; at < cone.Length; at++)
        {
            (int row, int column) = Math.DivRem(at, count);
            UInt256 biased = Int256.WrappingAdd(cone[at], bias).Bits;
            for (int digit = 0; digit < ConeCount; digit++)
            {
                int place = ((((row / Lanes * count) + column) * ConeCount) + digit) * Lanes;
                _digits[place + (row % Lanes)] = (biased >> (digit * DigitBits)).Limb0 & Mask;
            }
        }
    }

    /// <summary>product = M·balances, each balance below 2¹¹³.</summary>
    [SkipLocalsInit]
    public void Multiply(ReadOnlySpan<UInt256> balances, Span<Int256> product)
    {
        Span<ulong> digits = stackalloc ulong[ExactEllipsoidParameters.LargestCount * BalanceCount];
        Span<ulong> words = stackalloc ulong[4 * Lanes];
        UInt128 sum = Split(balances, digits);

        // 2¹³⁹·Σv
        ulong bias2 = (ulong)sum << 11, bias3 = (ulong)(sum >> 53);
        for (int row = 0; row < product.Length; row += Lanes)
        {
            FourRows(_digits.AsSpan(row / Lanes * _count * ConeCount * Lanes, _count * ConeCount * Lanes), digits, words);
            for (int lane = 0; lane < Math.Min(Lanes, product.Length - row); lane++)
            {
                ulong word2 = words[(2 * Lanes) + lane], word3 = words[(3 * Lanes) + lane];
                word3 -= bias3 + (word2 < bias2 ? 1UL : 0);
                product[row + lane] = new(new UInt256(words[lane], words[Lanes + lane], word2 - bias2, word3));
            }
        }
    }

    /// <summary>The digits of the balances, and their sum.</summary>
    private static UInt128 Split(ReadOnlySpan<UInt256> balances, Span<ulong> digits)
    {
        UInt128 sum = 0;
        for (int j = 0, at = 0; j < balances.Length; j++, at += BalanceCount)
        {
            ulong low = balances[j].Limb0, high = balances[j].Limb1;
            sum += new UInt128(high, low);
            digits[at] = low & Mask;
            digits[at + 1] = (low >> 29) & Mask;
            digits[at + 2] = ((low >> 58) | (high << 6)) & Mask;
            digits[at + 3] = high >> 23;
        }

        return sum;
    }

    /// <summary>Four words of four rows, each word of all rows together.</summary>
    private static void FourRows(ReadOnlySpan<ulong> cone, ReadOnlySpan<ulong> balances, Span<ulong> words)
    {
        Vector256<ulong> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (; cone.Length >= ConeCount * Lanes; cone = cone[(ConeCount * Lanes)..], balances = balances[BalanceCount..])
        {
            Vector256<ulong> v0 = Vector256.Create(balances[0]), v1 = Vector256.Create(balances[1]);
            Vector256<ulong> v2 = Vector256.Create(balances[2]), v3 = Vector256.Create(balances[3]);
            Vector256<ulong> m = Vector256.Create(cone);
            (c0, c1, c2, c3) = (c0 + Product(m, v0), c1 + Product(m, v1), c2 + Product(m, v2), c3 + Product(m, v3));
            m = Vector256.Create(cone[Lanes..]);
            (c1, c2, c3, c4) = (c1 + Product(m, v0), c2 + Product(m, v1), c3 + Product(m, v2), c4 + Product(m, v3));
            m = Vector256.Create(cone[(2 * Lanes)..]);
            (c2, c3, c4, c5) = (c2 + Product(m, v0), c3 + Product(m, v1), c4 + Product(m, v2), c5 + Product(m, v3));
            m = Vector256.Create(cone[(3 * Lanes)..]);
            (c3, c4, c5, c6) = (c3 + Product(m, v0), c4 + Product(m, v1), c5 + Product(m, v2), c6 + Product(m, v3));
            m = Vector256.Create(cone[(4 * Lanes)..]);
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
