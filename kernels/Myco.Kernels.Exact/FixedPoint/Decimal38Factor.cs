using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>A signed factor of 38 decimals for numbers of 18, split at 10¹⁹ once: what a pool multiplies by in every quote.</summary>
/// <remarks>The same products, to the last digit, as <see cref="SignedDecimal38.MultiplyToDecimal18Down"/> and
/// <see cref="SignedDecimal38.MultiplyToDecimal18Up"/>, written by magnitudes: p₁ = |a|·(|b| div 10¹⁹), p₂ = |a|·(|b| mod 10¹⁹), t = p₁ + p₂ div 10¹⁹;
/// toward zero t div 10¹⁹; away from zero ⌈t/10¹⁹⌉, and 1 where t = 0 but p₂ is not. A factor whose making was refused raises that refusal where it is used.
/// Source: spec/04-onchain-math.md §1.1.</remarks>
internal readonly struct Decimal38Factor
{
    /// <summary>|factor| div 10¹⁹.</summary>
    internal readonly UInt256 High;

    /// <summary>|factor| mod 10¹⁹.</summary>
    internal readonly ulong Low;

    /// <summary>True below 0.</summary>
    internal readonly bool IsNegative;

    /// <summary>True where a product in a narrow word may be tried: <see cref="High"/> is below 2¹²⁸ and nothing was refused.</summary>
    internal readonly bool IsNarrow;

    private readonly Fault _refusal;

    /// <summary>The factor of that value.</summary>
    /// <param name="value">With 38 decimals.</param>
    /// <param name="refusal">What making the value raised.</param>
    public Decimal38Factor(in Int256 value, in Fault refusal)
    {
        High = Scale.By19.Divide(value.Magnitude, out UInt128 low);
        Low = (ulong)low;
        IsNegative = value.IsNegative;
        _refusal = refusal;
        IsNarrow = High.FitsUInt128 && !refusal.IsRaised;
    }

    /// <summary>value·factor with 18 decimals, rounded toward −∞.</summary>
    /// <remarks><see cref="ArithmeticFault.MultiplicationOverflow"/>, <see cref="ArithmeticFault.AdditionOverflow"/>, and the factor's own refusal.</remarks>
    public Int256 MultiplyDown(in Int256 value, ref Fault fault)
    {
        UInt256 total = Total(value, out bool isNegative, out bool isZero, ref fault);
        return new(Int256.NegateBits(isNegative ? Away(total, isZero) : Scale.By19.Divide(total), isNegative));
    }

    /// <summary>value·factor with 18 decimals, rounded toward +∞.</summary>
    /// <remarks><see cref="ArithmeticFault.MultiplicationOverflow"/>, <see cref="ArithmeticFault.AdditionOverflow"/>, and the factor's own refusal.</remarks>
    public Int256 MultiplyUp(in Int256 value, ref Fault fault)
    {
        UInt256 total = Total(value, out bool isNegative, out bool isZero, ref fault);
        return new(Int256.NegateBits(isNegative ? Scale.By19.Divide(total) : Away(total, isZero), isNegative));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Away(in UInt256 total, bool isZero) => total.IsZero && !isZero ? UInt256.One : Scale.By19.DivideUp(total);

    /// <summary>|value|·|factor| with 37 decimals, the lower product cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UInt256 Total(in Int256 value, out bool isNegative, out bool isZero, ref Fault fault)
    {
        fault.Raise(_refusal);

        UInt256 magnitude = value.Magnitude;
        isNegative = value.IsNegative != IsNegative;
        UInt256 product1 = UInt256.Multiply(magnitude, High, ref fault);
        UInt256 product2 = UInt256.Multiply(magnitude, Low, ref fault);
        isZero = (product1 | product2).IsZero;
        UInt256 total = UInt256.WrappingAdd(product1, Scale.By19.Divide(product2));
        if ((long)(total.Limb3 | product1.Limb3 | product2.Limb3) < 0)
        {
            RaiseUnlessLeast(total, product1, product2, isNegative, ref fault);
        }

        return total;
    }

    /// <summary>Refuses a product or a sum outside the signed word: 2²⁵⁵ is inside where it is negative.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RaiseUnlessLeast(in UInt256 total, in UInt256 product1, in UInt256 product2, bool isNegative, ref Fault fault)
    {
        UInt256 limit = isNegative ? Int256.MinValue.Bits : Int256.MaxValue.Bits;
        if (product1 > limit || product2 > limit)
        {
            fault.Raise(ArithmeticFault.MultiplicationOverflow);
        }
        else if (total > limit)
        {
            fault.Raise(ArithmeticFault.AdditionOverflow);
        }
    }
}
