using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>A divisor from 1 to 2¹²⁸ − 1 with its reciprocal: made once, divided by many times without a division.</summary>
/// <remarks>A default value divides by nothing: make it by its constructor. Source: Möller and Granlund 2011, see <see cref="Reciprocal"/>.</remarks>
internal readonly struct Divisor
{
    private readonly ulong _high;
    private readonly ulong _low;
    private readonly ulong _reciprocal;
    private readonly int _shift;
    private readonly bool _isOneWord;

    /// <summary>The divisor of that value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">value is 0.</exception>
    public Divisor(UInt128 value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(value, UInt128.Zero);
        _isOneWord = value <= ulong.MaxValue;
        _shift = _isOneWord ? BitOperations.LeadingZeroCount((ulong)value) : BitOperations.LeadingZeroCount((ulong)(value >> 64));
        UInt128 normalised = value << _shift;
        _low = (ulong)normalised;
        _high = (ulong)(normalised >> 64);
        _reciprocal = _isOneWord ? Reciprocal.OfWord(_low) : Reciprocal.OfTwoWords(_high, _low);
    }

    /// <summary>The divisor itself.</summary>
    public UInt128 Value => new UInt128(_high, _low) >> _shift;

    /// <summary>⌊value/divisor⌋.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 Divide(in UInt256 value) => Divide(value, out _);

    /// <summary>⌈value/divisor⌉.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 DivideUp(in UInt256 value)
    {
        UInt256 quotient = Divide(value, out UInt128 remainder).ByLimbs();
        return UInt256.AddOne(quotient, remainder != UInt128.Zero);
    }

    /// <summary>⌊value/divisor⌋ and what remains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 Divide(in UInt256 value, out UInt128 remainder) =>
        _isOneWord ? DivideByOne(value, out remainder) : DivideByTwo(value, out remainder);

    private UInt256 DivideByOne(in UInt256 value, out UInt128 remainder)
    {
        int shift = _shift;
        ulong divisor = _low, reciprocal = _reciprocal;
        ulong u0 = value.Limb0 << shift;
        ulong u1 = (value.Limb1 << shift) | (value.Limb0 >> 1 >> (63 - shift));
        ulong u2 = (value.Limb2 << shift) | (value.Limb1 >> 1 >> (63 - shift));
        ulong quotient3 = 0, quotient2 = 0, rest;
        if ((value.Limb2 | value.Limb3) == 0)
        {
            rest = u2;
        }
        else
        {
            ulong u3 = (value.Limb3 << shift) | (value.Limb2 >> 1 >> (63 - shift));
            rest = u3;
            if (value.Limb3 != 0)
            {
                quotient3 = Reciprocal.DivideTwoByOne(value.Limb3 >> 1 >> (63 - shift), u3, divisor, reciprocal, out rest);
            }

            quotient2 = Reciprocal.DivideTwoByOne(rest, u2, divisor, reciprocal, out rest);
        }

        ulong quotient1 = Reciprocal.DivideTwoByOne(rest, u1, divisor, reciprocal, out rest);
        ulong quotient0 = Reciprocal.DivideTwoByOne(rest, u0, divisor, reciprocal, out rest);
        remainder = rest >> shift;
        return new(quotient0, quotient1, quotient2, quotient3);
    }

    private UInt256 DivideByTwo(in UInt256 value, out UInt128 remainder)
    {
        int shift = _shift;
        ulong u0 = value.Limb0 << shift;
        ulong u1 = (value.Limb1 << shift) | (value.Limb0 >> 1 >> (63 - shift));
        ulong u2 = (value.Limb2 << shift) | (value.Limb1 >> 1 >> (63 - shift));
        ulong u3 = (value.Limb3 << shift) | (value.Limb2 >> 1 >> (63 - shift));
        ulong u4 = value.Limb3 >> 1 >> (63 - shift);
        ulong divisor1 = _high, divisor0 = _low, reciprocal = _reciprocal;
        ulong quotient2 = 0, quotient1 = 0, rest1 = u3, rest0 = u2;
        if ((u4 | u3) != 0)
        {
            if (u4 != 0 || u3 >= divisor1)
            {
                quotient2 = Reciprocal.DivideThreeByTwo(u4, u3, u2, divisor1, divisor0, reciprocal, out rest1, out rest0);
            }

            quotient1 = Reciprocal.DivideThreeByTwo(rest1, rest0, u1, divisor1, divisor0, reciprocal, out rest1, out rest0);
        }
        else
        {
            rest1 = u2;
            rest0 = u1;
            if (u2 >= divisor1)
            {
                quotient1 = Reciprocal.DivideThreeByTwo(0, u2, u1, divisor1, divisor0, reciprocal, out rest1, out rest0);
            }
        }

        ulong quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, u0, divisor1, divisor0, reciprocal, out rest1, out rest0);
        remainder = new(rest1 >> shift, (rest0 >> shift) | (rest1 << 1 << (63 - shift)));
        return new(quotient0, quotient1, quotient2, 0);
    }
}
