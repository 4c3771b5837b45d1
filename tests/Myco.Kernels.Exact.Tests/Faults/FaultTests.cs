using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Faults;

/// <summary>Fault keeps the first ArithmeticFault, and what follows it neither throws nor clears it.</summary>
public class FaultTests
{
    [Fact]
    public void Nothing_is_raised_at_first()
    {
        Fault fault = default;
        Assert.False(fault.IsRaised);
        Assert.Equal(ArithmeticFault.None, fault.Arithmetic);
    }

    [Fact]
    public void The_first_refusal_stands()
    {
        Fault fault = default;
        UInt256.Subtract(1, 2, ref fault);
        UInt256.Divide(1, 0, ref fault);
        UInt256.Multiply(UInt256.MaxValue, 2, ref fault);
        Assert.Equal(ArithmeticFault.SubtractionOverflow, fault.Arithmetic);
        Assert.Equal((byte)ArithmeticFault.SubtractionOverflow, fault.Code);
    }

    [Fact]
    public void A_code_of_the_caller_is_kept()
    {
        Fault fault = default;
        fault.Raise(77);
        fault.Raise(ArithmeticFault.DivisionByZero);
        Assert.Equal(77, fault.Code);
    }

    [Fact]
    public void Another_computations_refusal_is_taken_over_unless_there_is_one()
    {
        Fault none = default, first = default, second = default;
        first.Raise(77);
        second.Raise(78);
        first.Raise(none);
        first.Raise(second);
        none.Raise(second);
        Assert.Equal((77, 78), (first.Code, none.Code));
    }

    [Fact]
    public void What_follows_a_refusal_neither_throws_nor_clears_it()
    {
        Fault fault = default;
        UInt256 zero = UInt256.Divide(1, 0, ref fault);
        Decimal18.DivideDown(zero, zero, ref fault);
        MultiplyDivide.Down(zero, zero, zero, ref fault);
        SignedDecimal38.Divide(Int256.MinValue, new Int256(zero), ref fault);
        Assert.Equal(ArithmeticFault.DivisionByZero, fault.Arithmetic);
        Assert.True(zero.IsZero);
    }
}
