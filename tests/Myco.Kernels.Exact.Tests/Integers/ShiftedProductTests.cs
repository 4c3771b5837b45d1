using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class ShiftedProductTests
{
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    [Fact]
    public void Every_shifted_product_equals_big_integers()
    {
        Random random = new(6);
        for (int i = 0; i < 200_000; i++)
        {
            BigInteger left = Draw(random) >> 1, right = Draw(random);
            left = random.Next(2) == 0 ? left : -left;
            right = random.Next(2) == 0 ? right : right >> random.Next(128, 257);
            int count = random.Next(1, 256);
            Int256 a = Signed(left);
            UInt256 b = Word(right);
            BigInteger floor = (left * right) >> count, ceiling = -((-left * right) >> count);
            Assert.Equal(Wrapped(floor), Value(ShiftedProduct.Down(a, b, count).Bits));
            Assert.Equal(Wrapped(ceiling), Value(ShiftedProduct.Up(a, b, count).Bits));
            UInt512 product = ShiftedProduct.Exact(a.Bits, b.Low);
            Assert.Equal(Wrapped(left) * Value(b.Low), Value(product.Low) + (Value(product.High) << 256));
            Assert.Equal(Wrapped(left * Value(b.Low)), Value(ShiftedProduct.Wrapping(a.Bits, b.Low)));
        }
    }

    [Fact]
    public void A_narrow_left_tells_exactness_and_fit()
    {
        Random random = new(7);
        for (int i = 0; i < 200_000; i++)
        {
            BigInteger left = (Draw(random) & UInt128.MaxValue) >> 1, right = Draw(random);
            left = random.Next(2) == 0 ? left : -left - 1;
            int count = random.Next(1, 256), bits = random.Next(192, 255);
            BigInteger floor = (left * right) >> count, ceiling = -((-left * right) >> count);
            Assert.Equal(Wrapped(floor), Value(ShiftedProduct.Down((Int128)left, Word(right), count, bits, out bool exact, out bool fits).Bits));
            Assert.Equal(floor == ceiling, exact);
            Assert.Equal(floor >= -(BigInteger.One << bits) && floor < BigInteger.One << bits, fits);
        }
    }

    [Theory]
    [InlineData(4, false, true)]
    [InlineData(5, false, false)]
    [InlineData(-4, true, true)]
    [InlineData(-5, true, false)]
    public void The_limits_of_a_result_are_those_of_twos_complement(int quarters, bool lower, bool good)
    {
        // ±2^200 as quarters of 2^198; the upper limit less one.
        Int128 left = ((Int128)quarters << 118) - (lower || quarters > 4 ? 0 : 1);
        ShiftedProduct.Down(left, UInt256.One << 81, 1, 200, out _, out bool fits);
        Assert.Equal(good, fits);
    }

    [Fact]
    public void Three_equal_upper_words_are_no_sign()
    {
        // (2¹²⁸ + 2⁶⁴ + 1)·2¹⁹², whose upper three words are 1.
        UInt128 third = (UInt128)(((BigInteger.One << 128) + (BigInteger.One << 64) + 1) / 3);
        ShiftedProduct.Down((Int128)third, (UInt256)3UL << 193, 1, 252, out _, out bool fits);
        Assert.False(fits);
    }

    private static BigInteger Draw(Random random)
    {
        byte[] bytes = new byte[32];
        random.NextBytes(bytes);
        BigInteger value = new BigInteger(bytes, isUnsigned: true) >> random.Next(256);
        return random.Next(8) switch
        {
            0 => (BigInteger.One << random.Next(257)) - 1,
            1 => BigInteger.One << random.Next(256),
            _ => value,
        };
    }

    private static BigInteger Wrapped(BigInteger value) => ((value % Modulus) + Modulus) % Modulus;

    private static BigInteger Value(UInt256 value) =>
        ((((((BigInteger)value.Limb3 << 64) | value.Limb2) << 64) | value.Limb1) << 64) | value.Limb0;

    private static UInt256 Word(BigInteger value) => new((UInt128)(value & UInt128.MaxValue), (UInt128)(value >> 128));

    private static Int256 Signed(BigInteger value) => new(Word(Wrapped(value)));
}
