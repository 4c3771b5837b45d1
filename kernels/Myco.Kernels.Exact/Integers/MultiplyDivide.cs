using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <summary>a·b/d with a 512-bit product: only the result has to fit 256 bits.</summary>
public static class MultiplyDivide
{
    /// <summary>⌊left·right/divisor⌋.</summary>
    /// <remarks><see cref="ArithmeticFault.DivisionOverflow"/> where the quotient does not fit, a divisor of zero included.</remarks>
    public static UInt256 Down(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault) =>
        UInt512.Divide(UInt512.Product(left, right), divisor, out _, ref fault);

    /// <summary>⌈left·right/divisor⌉.</summary>
    /// <remarks><see cref="ArithmeticFault.DivisionOverflow"/> where the quotient does not fit, a divisor of zero included.</remarks>
    public static UInt256 Up(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault)
    {
        UInt256 quotient = UInt512.Divide(UInt512.Product(left, right), divisor, out UInt256 remainder, ref fault);
        if (remainder.IsZero)
        {
            return quotient;
        }

        UInt256 up = UInt256.WrappingAdd(quotient, UInt256.One, out bool carry);
        if (carry)
        {
            fault.Raise(ArithmeticFault.DivisionOverflow);
        }

        return up;
    }
}
