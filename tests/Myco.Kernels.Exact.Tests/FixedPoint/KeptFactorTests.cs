using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using static Myco.Kernels.Exact.Tests.FixedPoint.WordDraw;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

/// <summary>Decimal38Factor and Decimal18Divisor against the operations they keep something of.</summary>
public class KeptFactorTests
{
    [Fact]
    public void A_factor_multiplies_as_its_value_does()
    {
        var random = new Random(21);
        int refused = 0;
        for (int i = 0; i < 100_000; i++)
        {
            Int256 value = Signed(random), right = Signed(random, random.Next(2) == 0 ? 130 : 255);
            Decimal38Factor factor = new(right, default);
            Fault down = default, expectedDown = default, up = default, expectedUp = default;
            Int256 gotDown = factor.MultiplyDown(value, ref down), gotUp = factor.MultiplyUp(value, ref up);
            Int256 wantDown = SignedDecimal38.MultiplyToDecimal18Down(value, right, ref expectedDown);
            Int256 wantUp = SignedDecimal38.MultiplyToDecimal18Up(value, right, ref expectedUp);
            Assert.Equal(expectedDown.IsRaised, down.IsRaised);
            Assert.Equal(expectedUp.IsRaised, up.IsRaised);
            refused += down.IsRaised ? 1 : 0;
            if (!down.IsRaised)
            {
                Assert.Equal((wantDown, wantUp), (gotDown, gotUp));
            }
        }

        Assert.InRange(refused, 1000, 90_000);
    }

    [Fact]
    public void A_factor_raises_what_its_making_raised()
    {
        Fault making = default, use = default;
        making.Raise(ArithmeticFault.ZeroDivision);
        Decimal38Factor factor = new(Int256.One, making);
        factor.MultiplyDown(Int256.One, ref use);
        Assert.Equal(ArithmeticFault.ZeroDivision, use.Arithmetic);
        use = default;
        DecimalWord128.MultiplyUp(DecimalWord128.From(Int256.One, ref use), factor, ref use);
        Assert.True(use.IsRaised);
    }

    [Fact]
    public void A_divisor_divides_as_its_value_does()
    {
        var random = new Random(22);
        for (int i = 0; i < 100_000; i++)
        {
            UInt256 right = Unsigned(random, random.Next(3) switch { 0 => 64, 1 => 128, _ => 256 });
            Decimal18Divisor divisor = new(right);
            UInt256 left = Unsigned(random);
            Fault got = default, want = default;
            Assert.Equal(Decimal18.DivideDown(left, right, ref want), divisor.DivideDown(left, ref got));
            Assert.Equal(want.Code, got.Code);
            (got, want) = (default, default);
            Assert.Equal(Decimal18.DivideUp(left, right, ref want), divisor.DivideUp(left, ref got));
            Assert.Equal(want.Code, got.Code);

            Int256 signed = Signed(random);
            (got, want) = (default, default);
            Assert.Equal(SignedDecimal18.DivideDown(signed, new Int256(right), ref want), divisor.DivideDown(signed, ref got));
            Assert.Equal(want.Code, got.Code);
            (got, want) = (default, default);
            Assert.Equal(SignedDecimal18.DivideUp(signed, new Int256(right), ref want), divisor.DivideUp(signed, ref got));
            Assert.Equal(want.Code, got.Code);
        }
    }

    [Fact]
    public void Allocates_nothing() => AllocationAssert.None(static () =>
    {
        Fault fault = default;
        new Decimal38Factor(Int256.One, default).MultiplyDown(Int256.One, ref fault);
        new Decimal18Divisor(7UL).DivideUp(Int256.One, ref fault);
    });
}
