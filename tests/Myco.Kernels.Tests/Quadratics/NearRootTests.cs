using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Kernels.Tests.Quadratics;

public class NearRootTests
{
    [Theory]
    [InlineData(-3, 7, 1, 1)] // x² + 6x − 7
    [InlineData(3, 7, 1, 7)] // x² − 6x − 7
    [InlineData(0, 18, 2, 3)] // 2x² − 18
    [InlineData(-0.0, 18, 2, 3)]
    [InlineData(-5, 10, 0, 1)] // 10x − 10
    public void The_root_solves_its_quadratic(double b, double numerator, double leading, double expected)
    {
        double root = Math.Sqrt((b * b) + (leading * numerator));
        Assert.Equal(expected, One(b, numerator, root, leading));
    }

    [Fact]
    public void A_tiny_numerator_keeps_its_digits_where_b_is_negative()
    {
        double root = Math.Sqrt(1 + 1e-25);
        Assert.Equal(0.5e-25, One(-1, 1e-25, root, 1));
    }

    [Fact]
    public void Every_width_gives_the_bits_of_the_branched_formula()
    {
        Random random = new(2);
        double[] numbers = new double[32], results = new double[8];
        for (int round = 0; round < 500; round++)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = random.Next(20) switch { 0 => 0, 1 => double.NaN, 2 => double.NegativeInfinity, _ => random.NextDouble() - 0.5 };
            }

            foreach (int width in LaneWidth.Supported)
            {
                Span<double> actual = results.AsSpan(0, width);
                switch (width)
                {
                    case 1: Store<Lane1>(numbers, actual); break;
                    case 2: Store<Lane2>(numbers, actual); break;
                    case 4: Store<Lane4>(numbers, actual); break;
                    default: Store<Lane8>(numbers, actual); break;
                }

                for (int i = 0; i < width; i++)
                {
                    Assert.Equal(Branched(numbers[i], numbers[8 + i], numbers[16 + i], numbers[24 + i]), actual[i]);
                }
            }
        }
    }

    [Fact]
    public void Swaps_mints_and_burns_solve_their_quadratics_in_every_precision()
    {
        Random random = new(6);
        for (int i = 0; i < 200; i++)
        {
            double b = random.NextDouble() - 0.5, constant = random.NextDouble() / 16, leading = 0.1 + random.NextDouble();
            Check<Lane1>(b, constant, leading, Math.ScaleB(1, -48));
            Check<DoubleDouble>(b, constant, leading, Math.ScaleB(1, -100));
            Check<QuadDouble>(b, constant, leading, Math.ScaleB(1, -200));
        }
    }

    private static void Check<TReal>(double linear, double constant, double leadingPart, double unit)
        where TReal : struct, IExtendedReal<TReal>
    {
        (TReal b, TReal n, TReal a) = (linear, constant, leadingPart);
        TReal root = TReal.Sqrt((b * b) + (a * n));
        TReal x = NearRoot.Solve(b, n, root, a);
        Assert.True(!(x < 0));
        IsZero((a * x * x) - (b * x * 2) - n, unit);

        TReal growth = NearRoot.Growth(b, -n, root, a);
        IsZero((a * growth * growth) + (b * growth * 2) - n, unit);

        TReal change = NearRoot.Change(b, -n, root, a);
        Assert.True(!(change > 0));
        IsZero((a * change * change) + (b * change * 2) - n, unit);
    }

    private static void IsZero<TReal>(TReal value, double unit)
        where TReal : struct, IExtendedReal<TReal> => Assert.InRange(TReal.ToDouble(value), -unit, unit);

    private static double One(double b, double numerator, double root, double leading) => NearRoot.Solve<Lane1>(
        b, numerator, root, leading).Value;

    private static double Branched(double b, double numerator, double root, double leading) =>
        b <= 0 ? numerator / (root - b) : (b + root) / leading;

    private static void Store<TLane>(double[] numbers, Span<double> results)
        where TLane : struct, ILane<TLane>
    {
        ref double origin = ref numbers[0];
        TLane root = NearRoot.Solve(
            TLane.Load(in origin, 0), TLane.Load(in origin, 8), TLane.Load(in origin, 16), TLane.Load(in origin, 24));
        TLane.Store(root, ref results[0], 0);
    }
}
