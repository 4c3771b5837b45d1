namespace Myco.Kernels.Exact.Integers;

/// <content>To and from binary64.</content>
public readonly partial struct UInt256
{
    private const double TwoTo256 = 1.157920892373161954235709850086879e77;

    /// <summary>The nearest binary64 number, ties to even.</summary>
    public double ToDouble()
    {
        if ((Limb1 | Limb2 | Limb3) == 0)
        {
            return Limb0;
        }

        // 64 leading bits, the last of them set where anything follows: as good as all the bits for a rounding to 53.
        int shift = LeadingZeroCount;
        UInt256 top = this << shift;
        ulong leading = top.Limb3 | ((top.Limb0 | top.Limb1 | top.Limb2) != 0 ? 1UL : 0);
        return Math.ScaleB((double)leading, 192 - shift);
    }

    /// <summary>⌊value⌋ of a number from 0 to below 2²⁵⁶.</summary>
    /// <returns>False, and 0, below 0, from 2²⁵⁶ on, and for what is not a number.</returns>
    public static bool TryFromDouble(double value, out UInt256 result)
    {
        result = default;
        if (!(value >= 0 && value < TwoTo256))
        {
            return false;
        }

        if (value < 1)
        {
            return true;
        }

        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        ulong mantissa = (bits & ((1UL << 52) - 1)) | (1UL << 52);
        int exponent = (int)(bits >> 52) - 1075;
        result = exponent >= 0 ? (UInt256)mantissa << exponent : mantissa >> -exponent;
        return true;
    }
}
