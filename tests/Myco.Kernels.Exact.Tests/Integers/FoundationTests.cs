using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class FoundationTests
{
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    internal static BigInteger Big(UInt256 v) => ((((((BigInteger)v.Limb3 << 64) | v.Limb2) << 64) | v.Limb1) << 64) | v.Limb0;
    internal static UInt256 Small(BigInteger v)
    {
        BigInteger m = ulong.MaxValue;
        return new((ulong)(v & m), (ulong)((v >> 64) & m), (ulong)((v >> 128) & m), (ulong)((v >> 192) & m));
    }

    private static UInt256 Draw(Random random)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        BigInteger v = new(bytes, isUnsigned: true);
        v >>= random.Next(257);
        switch (random.Next(8))
        {
            case 0: v = (BigInteger.One << random.Next(257)) - 1; break;
            case 1: v = BigInteger.Min(BigInteger.One << random.Next(257), Modulus - 1); break;
            case 2: v = Modulus - 1 - v; break;
            case 3: v &= ~((BigInteger)ulong.MaxValue << 64 * random.Next(4)); break;
            case 4: v |= (BigInteger)ulong.MaxValue << 64 * random.Next(4); break;
        }

        return Small(v);
    }

    [Fact]
    public void Everything_equals_big_integers()
    {
        var random = new Random(1);
        for (int i = 0; i < 300_000; i++)
        {
            UInt256 a = Draw(random), b = Draw(random), c = Draw(random);
            BigInteger x = Big(a), y = Big(b), z = Big(c);
            Fault fault = default;
            Assert.Equal(x * y, (Big(UInt512.Product(a, b).High) << 256) | Big(UInt512.Product(a, b).Low));
            Assert.Equal((x + y) % Modulus, Big(UInt256.WrappingAdd(a, b)));
            Assert.Equal((x - y + Modulus) % Modulus, Big(UInt256.WrappingSubtract(a, b)));
            Assert.Equal(x < y, a < b);
            int s = random.Next(256);
            Assert.Equal((x << s) % Modulus, Big(a << s));
            Assert.Equal(x >> s, Big(a >> s));
            if (!y.IsZero)
            {
                Assert.Equal(x / y, Big(UInt256.DivideRemainder(a, b, out UInt256 r, ref fault)));
                Assert.Equal(x % y, Big(r));
                BigInteger q = x * z / y;
                Fault f2 = default;
                UInt256 got = MultiplyDivide.Down(a, c, b, ref f2);
                Assert.Equal(q >= Modulus, f2.IsRaised);
                if (!f2.IsRaised)
                {
                    Assert.Equal(q, Big(got));
                }
            }

            Assert.Equal(x / BigInteger.Pow(10, 18), Big(Scale.By18.Divide(a)));
            Assert.Equal(x / BigInteger.Pow(10, 19), Big(Scale.By19.Divide(a)));
            Assert.Equal(x / BigInteger.Pow(10, 38), Big(Scale.By38.Divide(a)));
            BigInteger root = Big(SquareRoot.Floor(a));
            Assert.True(root * root <= x && (root + 1) * (root + 1) > x);
            BigInteger wide = (x << 256) | y;
            BigInteger root2 = Big(SquareRoot.Floor(new UInt512(b, a)));
            Assert.True(root2 * root2 <= wide && (root2 + 1) * (root2 + 1) > wide);
            BigInteger sq = y * y - (random.Next(3) - 1);
            if (sq.Sign >= 0)
            {
                BigInteger root3 = Big(SquareRoot.Floor(new UInt512(Small(sq), Small(sq >> 256))));
                Assert.True(root3 * root3 <= sq && (root3 + 1) * (root3 + 1) > sq);
            }

            Assert.Equal(x.ToString(), a.ToString());
            Assert.Equal(a, UInt256.Parse(a.ToString()));
        }
    }
}
