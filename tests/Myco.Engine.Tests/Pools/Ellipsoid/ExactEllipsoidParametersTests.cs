using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>What the constructor takes and refuses by ParameterLimits and PriceSigns, each limit and one beyond; an ExactPriceBox with its bounds in order.</summary>
public sealed class ExactEllipsoidParametersTests
{
    private static readonly BigInteger One = 1;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_limit_of_t(int beyond, bool good) =>
        AssertTaken(good, 0, [(One << 127) - 1 + beyond, 0], [-1, 0, 0, -1], "2^127");

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_limit_of_M(int beyond, bool good) =>
        AssertTaken(good, 0, [0, 0], [1 - (One << 139) - beyond, 0, 0, -1], "2^139");

    [Theory]
    [InlineData(57, true)]
    [InlineData(58, false)]
    public void The_limit_of_M_scaled(int exponent, bool good) =>
        AssertTaken(good, exponent, [0, 0], [1 - (One << 139), 0, 0, -1], "2^254");

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-1, false)]
    public void The_limits_of_x(int exponent, bool good) => AssertTaken(good, exponent, [0, 0], [-1, 0, 0, -1], "limits are 0 and 59");

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void H_has_a_positive_diagonal(int diagonal, bool good) => AssertTaken(good, 0, [0, 0], [diagonal, 0, 0, -1], "above 0 on the diagonal");

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void H_has_positive_minors(int cross, bool good) => AssertTaken(good, 0, [0, 0], [-4, cross, cross, -9], "positive definite");

    [Fact]
    public void M_is_symmetric() => AssertTaken(false, 0, [0, 0], [-4, 1, 2, -9], "symmetric");

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Two_to_eight_assets(int count) =>
        AssertTaken(false, 0, new BigInteger[count], [.. Enumerable.Range(0, count * count).Select(i => i % (count + 1) == 0 ? -One : 0)], "2 to 8 assets");

    [Fact]
    public void H_is_exact_on_every_stored_surface() => Assert.All(StoredSurface.All, surface =>
    {
        int n = surface.Parameters.Count;
        for (int i = 0; i < n * n; i++)
        {
            Assert.Equal(surface.Exact.Curvature(i / n, i % n), Big.Of(surface.Parameters.Curvature[i]));
        }
    });

    [Fact]
    public void A_box_has_bounds_in_order_one_of_them_apart()
    {
        UInt256 limit = UInt256.One << 128;
        UInt256 below = UInt256.WrappingSubtract(limit, UInt256.One);
        Assert.Equal(Revert.None, ExactPriceBox.TryCreate([1, 1], [1, below], out ExactPriceBox? box));
        Assert.Equal(below, box!.Upper[1]);
        Assert.Equal(Revert.InvalidParameters, ExactPriceBox.TryCreate([1, 1], [1, limit], out _));
        Assert.Equal(Revert.InvalidParameters, ExactPriceBox.TryCreate([1, 1], [1, 1], out _));
        Assert.Equal(Revert.InvalidParameters, ExactPriceBox.TryCreate([0, 1], [1, 1], out _));
        Assert.Equal(Revert.InvalidParameters, ExactPriceBox.TryCreate([2, 1], [1, 1], out _));
        Assert.Equal(Revert.InvalidParameters, ExactPriceBox.TryCreate([1], [2], out _));
        Assert.Contains("asset 0", Assert.Throws<ArgumentException>(() => ExactPriceBox.Create([2, 1], [1, 1])).Message, StringComparison.Ordinal);
    }

    private static void AssertTaken(bool good, int exponent, BigInteger[] linear, BigInteger[] cone, string message)
    {
        Int256[] t = Array.ConvertAll(linear, Big.Signed), m = Array.ConvertAll(cone, Big.Signed);
        Assert.Equal(good ? Revert.None : Revert.InvalidParameters, ExactEllipsoidParameters.TryCreate(exponent, t, m, out ExactEllipsoidParameters? parameters));
        Assert.Equal(good, parameters is not null);
        if (!good)
        {
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => ExactEllipsoidParameters.Create(exponent, t, m)).Message, StringComparison.Ordinal);
        }
    }
}
