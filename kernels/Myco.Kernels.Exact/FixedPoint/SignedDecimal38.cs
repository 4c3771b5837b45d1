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
        return new(Int256.NegateBits(ConstantDivision.By38(product), negative));
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
    public static Int256 MultiplyToDecimal18Down(in Int256 left, in Int256 right, ref Fault fault) =>
        new Decimal38Factor(right, default).MultiplyDown(left, ref fault);

    /// <summary>left (18 decimals) · right (38 decimals), up, with 18 decimals.</summary>
    /// <remarks>p₁, p₂, t as in <see cref="MultiplyToDecimal18Down"/>; both at most 0: t/10¹⁹, else (t − 1)/10¹⁹ + 1.
    /// <see cref="ArithmeticFault.MultiplicationOverflow"/>, <see cref="ArithmeticFault.AdditionOverflow"/>.</remarks>
    public static Int256 MultiplyToDecimal18Up(in Int256 left, in Int256 right, ref Fault fault) =>
        new Decimal38Factor(right, default).MultiplyUp(left, ref fault);
}
