using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Kernels.Tests.Quadratics;

public class ExtendedNearRootTests
{
    private static readonly double UnitDouble = Math.ScaleB(1, -100);
    private static readonly double UnitQuad = Math.ScaleB(1, -200);

    [Fact]
    public void In_binary64_it_gives_the_bits_of_the_packs()
    {
        Random random = new(5);
        for (int i = 0; i < 1_000; i++)
        {
            (double b, double n, double s, double leading) = (random.NextDouble() - 0.5, random.NextDouble(), random.NextDouble(), random.NextDouble());
            double packed = NearRoot.Solve<Lane1>(b, n, s, leading).Value;
            Binary64 single = ExtendedNearRoot.Solve(
                Binary64.FromDouble(b), Binary64.FromDouble(n), Binary64.FromDouble(s), Binary64.FromDouble(leading));
            Assert.Equal(packed, Binary64.ToDouble(single));
        }
    }

    [Fact]
    public void Swaps_mints_and_burns_solve_their_quadratics_in_every_precision()
    {
        Random random = new(6);
        for (int i = 0; i < 200; i++)
        {
            double b = random.NextDouble() - 0.5, constant = random.NextDouble() / 16, leading = 0.1 + random.NextDouble();
            Check<DoubleDouble>(b, constant, leading, UnitDouble);
            Check<QuadDouble>(b, constant, leading, UnitQuad);
        }
    }

    private static void Check<TReal>(double linear, double constant, double leadingPart, double unit)
        where TReal : struct, IExtendedReal<TReal>
    {
        (TReal b, TReal n, TReal a) = (TReal.FromDouble(linear), TReal.FromDouble(constant), TReal.FromDouble(leadingPart));
        TReal root = TReal.Sqrt((b * b) + (a * n));
        TReal x = ExtendedNearRoot.Solve(b, n, root, a);
        Assert.True(!(x < TReal.Zero));
        IsZero((a * x * x) - (b * x * 2) - n, unit);

        TReal growth = ExtendedNearRoot.Growth(b, -n, root, a);
        IsZero((a * growth * growth) + (b * growth * 2) - n, unit);

        TReal change = ExtendedNearRoot.Change(b, -n, root, a);
        Assert.True(!(change > TReal.Zero));
        IsZero((a * change * change) + (b * change * 2) - n, unit);
    }

    private static void IsZero<TReal>(TReal value, double unit)
        where TReal : struct, IExtendedReal<TReal> => Assert.InRange(TReal.ToDouble(value), -unit, unit);
}
