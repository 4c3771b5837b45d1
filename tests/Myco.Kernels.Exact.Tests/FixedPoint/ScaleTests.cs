using System.Numerics;
using Myco.Kernels.Exact.FixedPoint;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class ScaleTests
{
    [Fact]
    public void The_powers_are_what_their_names_say()
    {
        Assert.Equal(BigInteger.Pow(10, 18), Numbers.Big(Scale.One18));
        Assert.Equal(BigInteger.Pow(10, 19), Numbers.Big(Scale.One19));
        Assert.Equal(BigInteger.Pow(10, 38), Numbers.Big(Scale.One38));
        Assert.Equal(BigInteger.Pow(10, 18), (BigInteger)Scale.By18.Value);
        Assert.Equal(BigInteger.Pow(10, 19), (BigInteger)Scale.By19.Value);
        Assert.Equal(BigInteger.Pow(10, 38), (BigInteger)Scale.By38.Value);
        Assert.Equal(Scale.One18, Decimal18.One);
        Assert.Equal(Scale.One18, SignedDecimal18.One.Bits);
        Assert.Equal(Scale.One38, SignedDecimal38.One.Bits);
    }
}
