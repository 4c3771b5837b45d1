using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>Signed fixed point with 18 decimals: an integer n stands for n/10¹⁸. Down is toward zero, Up away from it.</summary>
/// <remarks>Products have to fit a signed 256-bit word before they are divided, as on chain. Source: spec/04-onchain-math.md §1.1.</remarks>
public static class SignedDecimal18
{
    /// <summary>1.</summary>
    public static Int256 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(new UInt256(1_000_000_000_000_000_000UL, 0, 0, 0));
    }

    /// <summary>left·right, cut toward zero; <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static Int256 MultiplyDown(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 product = Int256.ProductMagnitude(left, right, ArithmeticFault.MultiplicationOverflow, out bool negative, ref fault);
        return new(Int256.NegateBits(ConstantDivision.By18(product, out _), negative));
    }

    /// <summary>left·right, rounded away from zero; <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static Int256 MultiplyUp(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 product = Int256.ProductMagnitude(left, right, ArithmeticFault.MultiplicationOverflow, out bool negative, ref fault);
        UInt256 quotient = ConstantDivision.By18(product, out ulong remainder);
        return new(Int256.NegateBits(UInt256.AddOne(quotient, remainder != 0), negative));
    }

    /// <summary>left/right, cut toward zero; <see cref="ArithmeticFault.ZeroDivision"/> first, then
    /// <see cref="ArithmeticFault.DivisionOverflow"/>.</summary>
    public static Int256 DivideDown(in Int256 left, in Int256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        Int256 scaled = Scaled(left, ref fault);
        return Int256.Divide(scaled, right, ref fault);
    }

    /// <summary>left/right, rounded away from zero; <see cref="ArithmeticFault.ZeroDivision"/> first, then
    /// <see cref="ArithmeticFault.NegationOverflow"/> of a divisor −2²⁵⁵ and <see cref="ArithmeticFault.DivisionOverflow"/>.</summary>
    public static Int256 DivideUp(in Int256 left, in Int256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        if (left.IsZero)
        {
            return default;
        }

        if (right == Int256.MinValue)
        {
            fault.Raise(ArithmeticFault.NegationOverflow);
            return default;
        }

        Int256 scaled = Scaled(left, ref fault);
        UInt256 quotient = UInt256.DivideUp(scaled.Magnitude, right.Magnitude, ref fault);
        return new(Int256.NegateBits(quotient, left.IsNegative != right.IsNegative));
    }

    /// <summary>1 − value for a value between 0 and 1, else 0.</summary>
    public static Int256 Complement(in Int256 value) =>
        value >= One || value <= Int256.Zero ? default : Int256.WrappingSubtract(One, value);

    /// <summary>left + right for left above 0, else left − right: right is added to the magnitude.</summary>
    /// <remarks><see cref="ArithmeticFault.AdditionOverflow"/>, <see cref="ArithmeticFault.SubtractionOverflow"/>.</remarks>
    public static Int256 AddMagnitude(in Int256 left, in Int256 right, ref Fault fault) =>
        left.IsPositive ? Int256.Add(left, right, ref fault) : Int256.Subtract(left, right, ref fault);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Scaled(in Int256 value, ref Fault fault)
    {
        UInt256 magnitude = Int256.ProductMagnitude(value, One, ArithmeticFault.DivisionOverflow, out bool negative, ref fault);
        return new(Int256.NegateBits(magnitude, negative));
    }
}
