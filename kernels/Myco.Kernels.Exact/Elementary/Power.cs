using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>A number to the power of another, 18 decimals, equal to the contract's to the last digit.</summary>
/// <remarks>e^(exponent·ln value). Not directed: it may lie on either side of the exact power; <see cref="PowerDecimal18"/> has bounds.
/// Source: spec/04-onchain-math.md §1.7, LogExpMath (MIT).</remarks>
internal static class Power
{
    /// <summary>⌊2²⁵⁴/10²⁰⌋: exponents stay below.</summary>
    private static readonly UInt256 ExponentBound = new Divisor((UInt128)100 * Scale.One18.Limb0).Divide(new(0, 0, 0, 1UL << 62));

    /// <summary>value^exponent.</summary>
    /// <remarks>An exponent of 0 gives 1 before a value of 0 gives 0. <see cref="ArithmeticFault.BaseOutOfBounds"/> from 2²⁵⁵ on,
    /// <see cref="ArithmeticFault.ExponentOutOfBounds"/>, <see cref="ArithmeticFault.ProductOutOfBounds"/>.</remarks>
    public static UInt256 Raise(in UInt256 value, in UInt256 exponent, ref Fault fault)
    {
        if (exponent.IsZero)
        {
            return Decimal18.One;
        }

        if (value.IsZero)
        {
            return default;
        }

        if ((long)value.Limb3 < 0)
        {
            fault.Raise(ArithmeticFault.BaseOutOfBounds);
            return default;
        }

        if (exponent >= ExponentBound)
        {
            fault.Raise(ArithmeticFault.ExponentOutOfBounds);
            return default;
        }

        UInt256 product = LogarithmTimes(value, exponent, out bool negative, ref fault);
        if (!Exponential.IsInside(product, negative))
        {
            fault.Raise(ArithmeticFault.ProductOutOfBounds);
            return default;
        }

        return Exponential.OfMagnitude(product.Low, negative);
    }

    /// <summary>|exponent·ln value|, and whether it lies below zero; no product can overflow.</summary>
    private static UInt256 LogarithmTimes(in UInt256 value, in UInt256 exponent, out bool negative, ref Fault fault)
    {
        // spec/04 §1.7: with 36 decimals (l/N)·y + ((l mod N)·y)/N, then /N.
        if (!Logarithm.IsNearOne(value))
        {
            return Scale.By18.Divide(UInt256.Multiply(Logarithm.Magnitude18(value, out negative), exponent, ref fault));
        }

        UInt256 whole = Scale.By18.Divide(Logarithm.Magnitude36(value.Limb0, out negative), out UInt128 remainder);
        UInt256 above = UInt256.Multiply(whole, exponent, ref fault);
        UInt256 below = Scale.By18.Divide(UInt256.Multiply(remainder, exponent, ref fault));
        return Scale.By18.Divide(UInt256.WrappingAdd(above, below));
    }
}
