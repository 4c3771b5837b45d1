using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.Tests.Lanes;

public class DigitMatrixTests
{
    private static readonly BigInteger Half = BigInteger.One << DigitMatrix.MatrixBits;

    [Fact]
    public void Products_are_exact_at_every_size_and_at_the_limits()
    {
        Random random = new(139);
        for (int round = 0; round < 4_000; round++)
        {
            int n = random.Next(1, DigitMatrix.LargestCount + 1);
            BigInteger[] matrix = [.. Enumerable.Range(0, n * n).Select(_ => Draw(random, Half) * (random.Next(2) == 0 ? 1 : -1))];
            BigInteger[] vector = [.. Enumerable.Range(0, n).Select(_ => Draw(random, BigInteger.One << 113))];
            Int256[] product = new Int256[n];
            new DigitMatrix(n, [.. matrix.Select(word => Int256.Parse(word.ToString()))])
                .Multiply([.. vector.Select(word => UInt256.Parse(word.ToString()))], product);
            for (int row = 0; row < n; row++)
            {
                BigInteger expected = Enumerable.Range(0, n).Aggregate(BigInteger.Zero, (sum, column) => sum + (matrix[(row * n) + column] * vector[column]));
                Assert.Equal(expected.ToString(), product[row].ToString());
            }
        }
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitMatrix(9, new Int256[81]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitMatrix(2, new Int256[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitMatrix(2, new Int256[4]).Multiply(new UInt256[1], new Int256[2]));
    }

    private static BigInteger Draw(Random random, BigInteger limit)
    {
        byte[] bytes = new byte[18];
        random.NextBytes(bytes);
        return random.Next(4) switch
        {
            0 => limit - 1,
            1 => random.Next(3),
            _ => new BigInteger(bytes, isUnsigned: true) % limit,
        };
    }
}
