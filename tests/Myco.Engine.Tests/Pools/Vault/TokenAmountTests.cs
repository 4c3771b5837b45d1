using System.Numerics;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Vault;

public sealed class TokenAmountTests
{
    [Theory]
    [InlineData("1.5", 6, "1500000")]
    [InlineData("0", 18, "0")]
    [InlineData("0.000001", 6, "1")]
    [InlineData("000.10", 1, "1")]
    [InlineData("42", 0, "42")]
    [InlineData("42.000", 0, "42")]
    [InlineData("1", 77, "100000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457.584007913129639935", 18, "115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    public void Text_becomes_units(string text, int decimals, string raw)
    {
        Assert.True(TokenAmount.TryParse(text, decimals, out UInt256 value));
        Assert.Equal(raw, value.ToString());
        Assert.Equal(value, TokenAmount.Parse(text, decimals));
    }

    [Theory]
    [InlineData("", 6, "is no amount")]
    [InlineData(".5", 6, "is no amount")]
    [InlineData("5.", 6, "is no amount")]
    [InlineData(".", 6, "is no amount")]
    [InlineData("-1", 6, "is no amount")]
    [InlineData("+1", 6, "is no amount")]
    [InlineData("1e6", 6, "is no amount")]
    [InlineData("1,000", 6, "is no amount")]
    [InlineData("1.0.0", 6, "is no amount")]
    [InlineData(" 1", 6, "is no amount")]
    [InlineData("١", 6, "is no amount")]
    [InlineData("0.0000001", 6, "more decimals than the token's 6")]
    [InlineData("1.5", 0, "more decimals than the token's 0")]
    [InlineData("2", 77, "2^256 units or more")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457.584007913129639936", 18, "2^256 units or more")]
    public void What_is_no_amount_of_the_token_is_refused_in_words(string text, int decimals, string why)
    {
        Assert.False(TokenAmount.TryParse(text, decimals, out UInt256 raw));
        Assert.True(raw.IsZero);
        Assert.Contains(why, Assert.Throws<FormatException>(() => TokenAmount.Parse(text, decimals)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_any_length_is_refused_with_a_bounded_message()
    {
        string text = new('9', 1_000_000);
        Assert.False(TokenAmount.TryParse(text, 18, out _));
        Assert.True(Assert.Throws<FormatException>(() => TokenAmount.Parse(text, 18)).Message.Length < 300);
        Assert.True(TokenAmount.TryParse($"1.{new string('0', 1_000_000)}", 0, out UInt256 one));
        Assert.Equal(UInt256.One, one);
    }

    [Fact]
    public void Every_amount_comes_back_from_its_text_which_is_the_quotient()
    {
        Random random = new(21);
        for (int round = 0; round < 20_000; round++)
        {
            UInt256 raw = new UInt256((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2) >> random.Next(256);
            raw = random.Next(4) == 0 ? UInt256.Multiply(raw >> 70, 1_000_000_000_000UL, ref Ignored) : raw;
            int decimals = random.Next(TokenAmount.MaximumDecimals + 1);
            string text = TokenAmount.Format(raw, decimals);
            Assert.Equal(raw, TokenAmount.Parse(text, decimals));
            Assert.True(text.Length <= TokenAmount.MaximumLength);
            Assert.Equal(Quotient(BigInteger.Parse(raw.ToString()), decimals), text);
        }
    }

    [Fact]
    public void Too_little_room_writes_nothing_and_neither_way_allocates()
    {
        char[] room = new char[8];
        Assert.False(TokenAmount.TryFormat(1_234_567UL, 6, room.AsSpan(0, 7), out int written));
        Assert.Equal(0, written);
        Assert.All(room, letter => Assert.Equal('\0', letter));
        AllocationAssert.None(() =>
        {
            Assert.True(TokenAmount.TryFormat(1_234_567UL, 6, room, out _));
            Assert.True(TokenAmount.TryParse(room, 6, out _));
        });
        Assert.Equal("1.234567", new string(room));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(78)]
    public void Decimals_are_guarded(int decimals)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenAmount.TryParse("1", decimals, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenAmount.Format(1, decimals));
    }

    private static Kernels.Exact.Faults.Fault Ignored;

    private static string Quotient(BigInteger raw, int decimals)
    {
        BigInteger whole = BigInteger.DivRem(raw, BigInteger.Pow(10, decimals), out BigInteger rest);
        string fraction = decimals == 0 ? string.Empty : rest.ToString().PadLeft(decimals, '0').TrimEnd('0');
        return fraction.Length == 0 ? whole.ToString() : $"{whole}.{fraction}";
    }
}
