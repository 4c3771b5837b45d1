using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>Signed fixed point with 38 decimals: an integer n stands for n/10³⁸; and its products with 18 decimals.</summary>
/// <remarks>Products have to fit a signed 256-bit word before they are divided, as on chain. Source: spec/04-onchain-math.md §1.1.</remarks>
public static class SignedDecimal38
{
    /// <summary>1.</summary>
    public static Int256 One => new(Scale.One38);

    /// <summary>left·right, cut toward zero, all with 38 decimals; <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static Int256 Multiply(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 product = Int256.ProductMagnitude(left, right, ArithmeticFault.MultiplicationOverflow, out bool negative, ref fault);
        return new(Int256.NegateBits(Scale.By38.Divide(product), negative));
    }

    /// <summary>left/right, cut toward zero, all with 38 decimals; <see cref="ArithmeticFault.ZeroDivision"/> first,
    /// then <see cref="ArithmeticFault.DivisionOverflow"/>.</summary>
    public static Int256 Divide(in Int256 left, in Int256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        UInt256 product = Int256.ProductMagnitude(left, One, ArithmeticFault.DivisionOverflow, out bool negative, ref fault);
        return Int256.Divide(new(Int256.NegateBits(product, negative)), right, ref fault);
    }

    /// <summary>left (18 decimals) · right (38 decimals), down, with 18 decimals.</summary>
    /// <remarks>p₁ = a·(b div 10¹⁹), p₂ = a·(b rem 10¹⁹), t = p₁ + p₂/10¹⁹; both at least 0: t/10¹⁹, else (t + 1)/10¹⁹ − 1. Not an exact floor: p₂/10¹⁹ is
    /// cut first. <see cref="ArithmeticFault.MultiplicationOverflow"/>, <see cref="ArithmeticFault.AdditionOverflow"/>.</remarks>
    public static Int256 MultiplyToDecimal18Down(in Int256 left, in Int256 right, ref Fault fault)
    {
        Int256 total = SplitProduct(left, right, out bool noneNegative, out _, ref fault);
        return noneNegative
            ? DivideBy19(total)
            : Int256.WrappingSubtract(DivideBy19(Int256.WrappingAdd(total, Int256.One)), Int256.One);
    }

    /// <summary>left (18 decimals) · right (38 decimals), up, with 18 decimals.</summary>
    /// <remarks>p₁, p₂, t as in <see cref="MultiplyToDecimal18Down"/>; both at most 0: t/10¹⁹, else (t − 1)/10¹⁹ + 1.
    /// <see cref="ArithmeticFault.MultiplicationOverflow"/>, <see cref="ArithmeticFault.AdditionOverflow"/>.</remarks>
    public static Int256 MultiplyToDecimal18Up(in Int256 left, in Int256 right, ref Fault fault)
    {
        Int256 total = SplitProduct(left, right, out _, out bool nonePositive, ref fault);
        return nonePositive
            ? DivideBy19(total)
            : Int256.WrappingAdd(DivideBy19(Int256.WrappingSubtract(total, Int256.One)), Int256.One);
    }

    private static Int256 SplitProduct(in Int256 left, in Int256 right, out bool noneNegative, out bool nonePositive, ref Fault fault)
    {
        UInt256 quotient = Scale.By19.Divide(right.Magnitude, out UInt128 remainder);
        Int256 high = new(Int256.NegateBits(quotient, right.IsNegative));
        Int256 low = new(Int256.NegateBits(remainder, right.IsNegative));
        Int256 product1 = Int256.Multiply(left, high, ref fault);
        Int256 product2 = Int256.Multiply(left, low, ref fault);
        noneNegative = !product1.IsNegative && !product2.IsNegative;
        nonePositive = !product1.IsPositive && !product2.IsPositive;
        return Int256.Add(product1, DivideBy19(product2), ref fault);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 DivideBy19(in Int256 value) =>
        new(Int256.NegateBits(Scale.By19.Divide(value.Magnitude), value.IsNegative));
}
