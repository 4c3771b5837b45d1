using System.Numerics;
using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>A divisor of one word with its reciprocal, for dividends of two: what a series' terms are divided by.</summary>
/// <remarks>Source: Möller and Granlund 2011, see <see cref="Reciprocal"/>.</remarks>
internal readonly struct WordDivisor
{
    private readonly ulong _normalised;
    private readonly ulong _reciprocal;
    private readonly int _shift;

    /// <summary>The divisor of that value, 1 or more.</summary>
    public WordDivisor(ulong value)
    {
        _shift = BitOperations.LeadingZeroCount(value);
        _normalised = value << _shift;
        _reciprocal = Reciprocal.OfWord(_normalised);
    }

    /// <summary>⌊(2⁶⁴·high + low)/divisor⌋ for high &lt; divisor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Divide(ulong high, ulong low)
    {
        ulong above = (high << _shift) | (low >> 1 >> (63 - _shift));
        return Reciprocal.DivideTwoByOne(above, low << _shift, _normalised, _reciprocal, out _);
    }

    /// <summary>⌊value/divisor⌋ for any value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt128 Divide(UInt128 value)
    {
        ulong high = (ulong)(value >> 64), low = (ulong)value;
        ulong middle = (high << _shift) | (low >> 1 >> (63 - _shift));
        ulong quotient1 = Reciprocal.DivideTwoByOne(high >> 1 >> (63 - _shift), middle, _normalised, _reciprocal, out ulong rest);
        ulong quotient0 = Reciprocal.DivideTwoByOne(rest, low << _shift, _normalised, _reciprocal, out _);
        return new(quotient1, quotient0);
    }
}
