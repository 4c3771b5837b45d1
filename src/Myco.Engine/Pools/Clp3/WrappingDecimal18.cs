using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>Products and quotients of 18 decimals whose intermediates are modulo 2²⁵⁶, as a compiler before 0.8 leaves them.</summary>
/// <remarks>Only a divisor of zero is refused. Source: spec/04-onchain-math.md §1.6.</remarks>
internal static class WrappingDecimal18
{
    /// <summary>⌊left·right/10¹⁸⌋.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 MultiplyDown(in UInt256 left, in UInt256 right) => Scale.By18.Divide(UInt256.WrappingMultiply(left, right));

    /// <summary>⌈left·right/10¹⁸⌉.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 MultiplyUp(in UInt256 left, in UInt256 right) => Scale.By18.DivideUp(UInt256.WrappingMultiply(left, right));

    /// <summary>⌊left·10¹⁸/right⌋; <see cref="ArithmeticFault.ZeroDivision"/>.</summary>
    public static UInt256 DivideDown(in UInt256 left, in UInt256 right, ref Fault fault) => right.IsZero
        ? Refused(ref fault)
        : UInt256.Divide(UInt256.WrappingMultiply(left, Decimal18.One), right, ref fault);

    /// <summary>⌈left·10¹⁸/right⌉; <see cref="ArithmeticFault.ZeroDivision"/>.</summary>
    public static UInt256 DivideUp(in UInt256 left, in UInt256 right, ref Fault fault) =>
        UInt256.DivideUp(UInt256.WrappingMultiply(left, Decimal18.One), right, ref fault);

    /// <summary>(left div 10¹⁸)·right + ⌊(left mod 10¹⁸)·right/10¹⁸⌋: the product of large numbers (LS).</summary>
    public static UInt256 MultiplyLarge(in UInt256 left, in UInt256 right)
    {
        UInt256 whole = Scale.By18.Divide(left, out UInt128 rest);
        return UInt256.WrappingAdd(UInt256.WrappingMultiply(whole, right), MultiplyDown(rest, right));
    }

    /// <summary>(left·scale) div (1 + (right − 1) div reduction): the quotient of large numbers (LD).</summary>
    public static UInt256 DivideLarge(in UInt256 left, in UInt256 right, in UInt256 scale, in UInt256 reduction, ref Fault fault)
    {
        if (right.IsZero)
        {
            return Refused(ref fault);
        }

        UInt256 reduced = UInt256.Divide(UInt256.WrappingSubtract(right, UInt256.One), reduction, ref fault);
        return UInt256.Divide(UInt256.WrappingMultiply(left, scale), UInt256.WrappingAdd(reduced, UInt256.One), ref fault);
    }

    private static UInt256 Refused(ref Fault fault)
    {
        fault.Raise(ArithmeticFault.ZeroDivision);
        return default;
    }
}
