using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.FixedPoint;

/// <content>Batches.</content>
public static partial class Decimal18
{
    /// <summary>result[i] = ⌊left[i]·right[i]/10¹⁸⌋; faults[i] says <see cref="ArithmeticFault.MultiplicationOverflow"/> where the product does not fit 256
    /// bits, and result[i] is 0 there, else <see cref="ArithmeticFault.None"/>.</summary>
    /// <remarks>Four spans of one length; result may be left or right itself, but not overlap one in part. In lanes where the hardware has eight of them
    /// and the operands lie below 2¹²⁸; the results are those of
    /// <see cref="MultiplyDown(in UInt256, in UInt256, ref Fault)"/> everywhere. Nothing is allocated.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length, or result overlaps an operand in part.</exception>
    public static void MultiplyDown(
        ReadOnlySpan<UInt256> left, ReadOnlySpan<UInt256> right, Span<UInt256> result, Span<ArithmeticFault> faults)
    {
        RequireLength(right.Length, left.Length, nameof(right));
        RequireLength(result.Length, left.Length, nameof(result));
        RequireLength(faults.Length, left.Length, nameof(faults));
        RequireApart(result, left, nameof(left));
        RequireApart(result, right, nameof(right));
        int done = LaneChoice.UsesEight ? MultiplyDown18.Run(left, right, result, faults) : 0;
        MultiplyDownOneByOne(left[done..], right[done..], result[done..], faults[done..]);
    }

    /// <summary>The same without lanes; the lengths are right.</summary>
    internal static void MultiplyDownOneByOne(
        ReadOnlySpan<UInt256> left, ReadOnlySpan<UInt256> right, Span<UInt256> result, Span<ArithmeticFault> faults)
    {
        for (int i = 0; i < left.Length; i++)
        {
            Fault fault = default;
            result[i] = MultiplyDown(left[i], right[i], ref fault);
            faults[i] = fault.Arithmetic;
        }
    }

    private static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements, left has {expected}; pass spans of one length.", name);
        }
    }

    private static void RequireApart(ReadOnlySpan<UInt256> result, ReadOnlySpan<UInt256> operand, string name)
    {
        if (result.Overlaps(operand, out int offset) && offset != 0)
        {
            throw new ArgumentException($"result overlaps {name}, {offset} elements apart; pass the same span or a separate one.", name);
        }
    }
}
