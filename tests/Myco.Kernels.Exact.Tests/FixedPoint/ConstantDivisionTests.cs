using System.Numerics;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class ConstantDivisionTests
{
    [Fact]
    public void Edges_and_random_numbers_are_divided_as_by_BigInteger()
    {
        Random random = new(1);
        foreach (BigInteger x in Numbers.Edges.Concat(Enumerable.Range(0, 200_000).Select(_ => Numbers.Draw(random))))
        {
            Check(x);
        }
    }

    /// <summary>The estimate falls short most where the quotient is about to step: at multiples and one less.</summary>
    [Fact]
    public void Multiples_and_what_is_one_beside_are_divided_as_by_BigInteger()
    {
        Random random = new(2);
        foreach (int power in new[] { 18, 19, 38 })
        {
            BigInteger divisor = BigInteger.Pow(10, power), most = (Numbers.Modulus - 1) / divisor;
            for (int i = 0; i < 100_000; i++)
            {
                BigInteger quotient = random.Next(2) == 0 ? Numbers.Draw(random) % most : most - (Numbers.Draw(random) >> 200);
                BigInteger multiple = BigInteger.Max(1, quotient) * divisor;
                Check(multiple - 1);
                Check(multiple);
                Check(multiple + 1);
            }
        }
    }

    private static void Check(BigInteger x)
    {
        UInt256 a = Numbers.Unsigned(x);
        BigInteger ten18 = BigInteger.Pow(10, 18), ten19 = BigInteger.Pow(10, 19);
        Assert.Equal(x / ten18, Numbers.Big(ConstantDivision.By18(a, out ulong remainder18)));
        Assert.Equal(x % ten18, remainder18);
        Assert.Equal(x / ten19, Numbers.Big(ConstantDivision.By19(a, out ulong remainder19)));
        Assert.Equal(x % ten19, remainder19);
        Assert.Equal(x / BigInteger.Pow(10, 38), Numbers.Big(ConstantDivision.By38(a)));
    }
}
