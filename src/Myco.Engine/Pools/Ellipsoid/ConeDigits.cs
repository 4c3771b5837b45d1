using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>M·v exactly, from digits of M that let the sums of a row run without carries between them.</summary>
/// <remarks>M + 2¹³⁹ is not negative and has three digits of 48 bits; a balance has two limbs, 64 and 49 bits. A product has 112 bits, eight of them
/// 115: a row is six sums of 128 bits, put together once, less 2¹³⁹·Σv. Source: spec/06-exact-ellipsoid.md §2, m = Mv.</remarks>
internal sealed class ConeDigits
{
    private const int DigitBits = 48;
    private const int DigitCount = 3;

    private readonly ulong[] _digits;
    private readonly int _count;

    public ConeDigits(int count, ReadOnlySpan<Int256> cone)
    {
        _count = count;
        _digits = new ulong[count * count * DigitCount];
        Int256 bias = new(UInt256.One << ParameterLimits.ConeBits);
        for (int i = 0; i < cone.Length; i++)
        {
            UInt256 biased = Int256.WrappingAdd(cone[i], bias).Bits;
            for (int digit = 0; digit < DigitCount; digit++)
            {
                _digits[(i * DigitCount) + digit] = (biased >> (digit * DigitBits)).Limb0 & ((1UL << DigitBits) - 1);
            }
        }
    }

    /// <summary>product = M·balances, each balance below 2¹¹³.</summary>
    public void Multiply(ReadOnlySpan<UInt256> balances, Span<Int256> product)
    {
        UInt128 sum = 0;
        for (int j = 0; j < _count; j++)
        {
            sum += balances[j].Low;
        }

        UInt256 bias = (UInt256)sum << ParameterLimits.ConeBits;
        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<ulong> row = _digits.AsSpan(i * _count * DigitCount, _count * DigitCount);
            product[i] = new(UInt256.WrappingSubtract(Row(row, balances), bias));
        }
    }

    private static UInt256 Row(ReadOnlySpan<ulong> row, ReadOnlySpan<UInt256> balances)
    {
        UInt128 low0 = 0, low1 = 0, low2 = 0, high0 = 0, high1 = 0, high2 = 0;
        for (int j = 0, at = 0; at + DigitCount <= row.Length; j++, at += DigitCount)
        {
            ulong low = balances[j].Limb0, high = balances[j].Limb1;
            low0 += Math.BigMul(row[at], low);
            high0 += Math.BigMul(row[at], high);
            low1 += Math.BigMul(row[at + 1], low);
            high1 += Math.BigMul(row[at + 1], high);
            low2 += Math.BigMul(row[at + 2], low);
            high2 += Math.BigMul(row[at + 2], high);
        }

        UInt256 upper = UInt256.WrappingAdd(Joined(low1, high1), Joined(low2, high2) << DigitBits);
        return UInt256.WrappingAdd(Joined(low0, high0), upper << DigitBits);
    }

    /// <summary>low + 2⁶⁴·high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Joined(UInt128 low, UInt128 high)
    {
        UInt128 upper = high + (ulong)(low >> 64);
        return new((ulong)low, (ulong)upper, (ulong)(upper >> 64), 0);
    }
}
