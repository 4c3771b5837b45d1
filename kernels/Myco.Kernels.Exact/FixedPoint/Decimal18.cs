using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>Unsigned fixed point with 18 decimals: an integer n stands for n/10¹⁸.</summary>
/// <remarks>Products have to fit 256 bits before they are divided, as on chain. Source: spec/04-onchain-math.md §1, §1.7.</remarks>
public static partial class Decimal18
{
    /// <summary>1.</summary>
    public static UInt256 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1_000_000_000_000_000_000UL;
    }

    /// <summary>⌊left·right/10¹⁸⌋; <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static UInt256 MultiplyDown(in UInt256 left, in UInt256 right, ref Fault fault) =>
        ConstantDivision.By18(UInt256.Multiply(left, right, ref fault), out _);

    /// <summary>⌈left·right/10¹⁸⌉; <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static UInt256 MultiplyUp(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        UInt256 quotient = ConstantDivision.By18(UInt256.Multiply(left, right, ref fault), out ulong remainder);
        return UInt256.AddOne(quotient, remainder != 0);
    }

    /// <summary>⌊left·10¹⁸/right⌋; the product first (<see cref="ArithmeticFault.DivisionOverflow"/>), then <see cref="ArithmeticFault.DivisionByZero"/>.</summary>
    public static UInt256 DivideDown(in UInt256 left, in UInt256 right, ref Fault fault) =>
        UInt256.Divide(UInt256.Multiply(left, One, ArithmeticFault.DivisionOverflow, ref fault), right, ref fault);

    /// <summary>⌈left·10¹⁸/right⌉; <see cref="ArithmeticFault.ZeroDivision"/> first, then <see cref="ArithmeticFault.DivisionOverflow"/>.</summary>
    public static UInt256 DivideUp(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        return UInt256.DivideUp(UInt256.Multiply(left, One, ArithmeticFault.DivisionOverflow, ref fault), right, ref fault);
    }

    /// <summary>⌈left·right/divisor⌉ with a product of 256 bits; <see cref="ArithmeticFault.ZeroDivision"/> first,
    /// then <see cref="ArithmeticFault.MultiplicationOverflow"/>.</summary>
    public static UInt256 MultiplyDivideUp(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault)
    {
        if (divisor.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        return UInt256.DivideUp(UInt256.Multiply(left, right, ref fault), divisor, ref fault);
    }

    /// <summary>⌊left·right/divisor⌋ with a product of 256 bits; <see cref="ArithmeticFault.MultiplicationOverflow"/> first,
    /// then <see cref="ArithmeticFault.DivisionByZero"/>.</summary>
    public static UInt256 MultiplyDivideDown(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault) =>
        UInt256.Divide(UInt256.Multiply(left, right, ref fault), divisor, ref fault);

    /// <summary>max(0, 1 − value).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Complement(in UInt256 value) => UInt256.SubtractOrZero(One, value);
}
