using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.Tests.FixedPoint.WordDraw;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

/// <summary>DecimalWord128 beside DecimalWord256: a narrow word without a fault has the wide word's result; small numbers have none.</summary>
public class DecimalWordTests
{
    private delegate TWord Binary<TWord>(TWord left, TWord right, ref Fault fault);

    private delegate TWord Unary<TWord>(TWord value, ref Fault fault);

    [Fact]
    public void Sums_differences_and_products()
    {
        AssertBinary(DecimalWord256.Add, DecimalWord128.Add, 31);
        AssertBinary(DecimalWord256.Subtract, DecimalWord128.Subtract, 32);
        AssertBinary(DecimalWord256.MultiplyDown, DecimalWord128.MultiplyDown, 33);
        AssertBinary(DecimalWord256.MultiplyUp, DecimalWord128.MultiplyUp, 34);
        AssertUnary(DecimalWord256.Negate, DecimalWord128.Negate, 35);
    }

    [Fact]
    public void Products_with_factors()
    {
        var random = new Random(36);
        for (int round = 0; round < 2000; round++)
        {
            Decimal38Factor factor = new(Signed(random, random.Next(4) == 0 ? 255 : 145), default);
            AssertUnary(
                (DecimalWord256 value, ref Fault fault) => DecimalWord256.MultiplyDown(value, factor, ref fault),
                (DecimalWord128 value, ref Fault fault) => DecimalWord128.MultiplyDown(value, factor, ref fault), round, 20);
            AssertUnary(
                (DecimalWord256 value, ref Fault fault) => DecimalWord256.MultiplyUp(value, factor, ref fault),
                (DecimalWord128 value, ref Fault fault) => DecimalWord128.MultiplyUp(value, factor, ref fault), round, 20);
        }
    }

    [Fact]
    public void Quotients_and_roots()
    {
        var random = new Random(37);
        for (int round = 0; round < 2000; round++)
        {
            Decimal18Divisor divisor = new(Unsigned(random, random.Next(4) == 0 ? 256 : 100));
            AssertUnary(
                (DecimalWord256 value, ref Fault fault) => DecimalWord256.DivideDown(value, divisor, ref fault),
                (DecimalWord128 value, ref Fault fault) => DecimalWord128.DivideDown(value, divisor, ref fault), round, 20);
            AssertUnary(
                (DecimalWord256 value, ref Fault fault) => DecimalWord256.DivideUp(value, divisor, ref fault),
                (DecimalWord128 value, ref Fault fault) => DecimalWord128.DivideUp(value, divisor, ref fault), round, 20);
        }

        AssertUnary(DecimalWord256.Root, DecimalWord128.Root, 38);
    }

    [Fact]
    public void Small_numbers_stay_narrow()
    {
        var random = new Random(39);
        for (int i = 0; i < 20_000; i++)
        {
            Fault fault = default;
            DecimalWord128 a = DecimalWord128.From(Signed(random, 92), ref fault), b = DecimalWord128.From(Signed(random, 92), ref fault);
            DecimalWord128.Add(DecimalWord128.MultiplyUp(a, b, ref fault), DecimalWord128.MultiplyDown(a, b, ref fault), ref fault);
            Assert.False(fault.IsRaised);
        }
    }

    private static void AssertBinary(Binary<DecimalWord256> wide, Binary<DecimalWord128> narrow, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++)
        {
            Int256 left = Signed(random, 130), right = Signed(random, 130);
            Fault fault = default, wideFault = default;
            DecimalWord128 got = narrow(DecimalWord128.From(left, ref fault), DecimalWord128.From(right, ref fault), ref fault);
            Int256 want = wide(new(left), new(right), ref wideFault).ToInt256();
            if (!fault.IsRaised)
            {
                Assert.False(wideFault.IsRaised);
                Assert.Equal(want, got.ToInt256());
                Assert.Equal((want.IsNegative, want.IsPositive), (got.IsNegative, got.IsPositive));
            }
        }
    }

    private static void AssertUnary(Unary<DecimalWord256> wide, Unary<DecimalWord128> narrow, int seed, int count = 50_000)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            Int256 value = Signed(random, 130);
            Fault fault = default, wideFault = default;
            DecimalWord128 got = narrow(DecimalWord128.From(value, ref fault), ref fault);
            Int256 want = wide(new(value), ref wideFault).ToInt256();
            if (!fault.IsRaised)
            {
                Assert.False(wideFault.IsRaised);
                Assert.Equal(want, got.ToInt256());
            }
        }
    }
}
