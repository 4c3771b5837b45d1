using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Vault;

public sealed class VaultTokenTests
{
    private static readonly BigInteger One = BigInteger.Pow(10, 18);

    private delegate UInt256 Conversion(in UInt256 amount, ref Fault fault);

    [Fact]
    public void Every_conversion_is_its_formula_in_integers()
    {
        Random random = new(31);
        for (int round = 0; round < 20_000; round++)
        {
            int decimals = random.Next(19);
            UInt256 rate = Draw(random);
            UInt256 amount = Draw(random);
            VaultToken token = VaultToken.WithRate(decimals, rate, paysYieldFees: true);
            BigInteger f = BigInteger.Pow(10, 18 - decimals);
            BigInteger r = Big(rate);
            BigInteger up = r % One == 0 ? r : r + 1;
            BigInteger x = Big(amount);
            Check((in UInt256 given, ref Fault fault) => token.ToLive(given, Rounding.Down, ref fault), amount, x * f * r, One, roundUp: false);
            Check((in UInt256 given, ref Fault fault) => token.ToLive(given, Rounding.Up, ref fault), amount, x * f * r, One, roundUp: true);
            Check(token.ToLiveAtRateUp, amount, x * f * up, One, roundUp: true);
            Check((in UInt256 given, ref Fault fault) => token.ToRaw(given, Rounding.Down, ref fault), amount, x * One, f * r, roundUp: false);
            Check((in UInt256 given, ref Fault fault) => token.ToRaw(given, Rounding.Up, ref fault), amount, x * One, f * r, roundUp: true);
            Check(token.ToRawAtRateUp, amount, x * One, f * up, roundUp: false);
        }
    }

    [Theory]
    [InlineData("1000000000000000000", "1000000000000000000")]
    [InlineData("3000000000000000000", "3000000000000000000")]
    [InlineData("1000000000000000001", "1000000000000000002")]
    [InlineData("999999999999999999", "1000000000000000000")]
    public void The_rate_is_rounded_up_by_one_unit_unless_it_is_a_whole_number(string rate, string rateUp)
    {
        Fault fault = default;
        UInt256 one = 1_000_000_000_000_000_000UL;
        Assert.Equal(UInt256.Parse(rateUp), WithRate(UInt256.Parse(rate)).ToLiveAtRateUp(one, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void A_rate_of_zero_is_a_division_by_zero_of_either_kind_and_the_largest_rate_overflows()
    {
        Assert.Equal(Revert.DivisionByZero, Code((in UInt256 given, ref Fault fault) => WithRate(0).ToRaw(given, Rounding.Down, ref fault)));
        Assert.Equal(Revert.ZeroDivision, Code((in UInt256 given, ref Fault fault) => WithRate(0).ToRaw(given, Rounding.Up, ref fault)));
        Assert.Equal(Revert.AdditionOverflow, Code(WithRate(UInt256.MaxValue).ToRawAtRateUp));
        Assert.Equal(Revert.None, Code(VaultToken.Plain(6).ToRawAtRateUp));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(19)]
    public void Decimals_are_guarded(int decimals) =>
        Assert.Contains("0 to 18", Assert.Throws<ArgumentOutOfRangeException>(() => VaultToken.Plain(decimals)).Message, StringComparison.Ordinal);

    private static VaultToken WithRate(UInt256 rate) => VaultToken.WithRate(18, rate, paysYieldFees: false);

    private static Revert Code(Conversion conversion)
    {
        Fault fault = default;
        _ = conversion(1000, ref fault);
        return fault.ToRevert();
    }

    // Beyond 256 bits anywhere, some fault; else the quotient.
    private static void Check(Conversion conversion, UInt256 amount, BigInteger dividend, BigInteger divisor, bool roundUp)
    {
        Fault fault = default;
        UInt256 result = conversion(amount, ref fault);
        bool fits = divisor > 0 && dividend.GetBitLength() <= 256 && divisor.GetBitLength() <= 256;
        Assert.Equal(fits, !fault.IsRaised);
        if (fits)
        {
            BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger rest);
            Assert.Equal(quotient + (roundUp && !rest.IsZero ? 1 : 0), Big(result));
        }
    }

    private static UInt256 Draw(Random random)
    {
        UInt256 word = new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2);
        return random.Next(8) == 0 ? (UInt256)((ulong)random.Next(4) * 1_000_000_000_000_000_000UL) : word >> random.Next(100, 256);
    }

    private static BigInteger Big(UInt256 value) => BigInteger.Parse(value.ToString());
}
