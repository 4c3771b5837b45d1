using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class WordProductTests
{
    [Fact]
    public void The_upper_word_is_that_of_the_product()
    {
        Random random = new(1);
        for (int i = 0; i < 10_000; i++)
        {
            ulong a = (ulong)(Numbers.Draw(random) & ulong.MaxValue), b = (ulong)(Numbers.Draw(random) & ulong.MaxValue);
            Assert.Equal((BigInteger)a * b >> 64, WordProduct.High(a, b));
        }
    }
}
