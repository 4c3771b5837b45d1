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
