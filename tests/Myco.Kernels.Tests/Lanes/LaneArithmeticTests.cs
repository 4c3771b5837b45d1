using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Lanes;

/// <summary>ILane by each of its forms, Lane1, Lane2, Lane4 and Lane8: every operation is the scalar one, element by element.</summary>
public class LaneArithmeticTests
{
    private static readonly double[] Values = [.. Numbers.Edges, .. Numbers.Spread(16, 1, 5)];

    [Fact]
    public void Addition_is_scalar_addition_per_element() => Check(default(Add), (x, y) => x + y);

    [Fact]
    public void Subtraction_is_scalar_subtraction_per_element() => Check(default(Subtract), (x, y) => x - y);

    [Fact]
    public void Multiplication_is_scalar_multiplication_per_element() => Check(default(Multiply), (x, y) => x * y);

    [Fact]
    public void Division_is_scalar_division_per_element() => Check(default(Divide), (x, y) => x / y);

    [Fact]
    public void Minimum_knows_NaN_and_the_sign_of_zero() => Check(default(Minimum), Math.Min);

    [Fact]
    public void Maximum_knows_NaN_and_the_sign_of_zero() => Check(default(Maximum), Math.Max);

    [Fact]
    public void Negation_is_scalar_negation_per_element() => Check(default(Negate), (x, _) => -x);

    [Fact]
    public void Square_root_is_scalar_square_root_per_element() => Check(default(Root), (x, _) => Math.Sqrt(x));

    [Fact]
    public void Magnitude_is_scalar_magnitude_per_element() => Check(default(Magnitude), (x, _) => Math.Abs(x));

    [Fact]
    public void Multiply_add_has_one_rounding()
    {
        double expected = Math.FusedMultiplyAdd(1 + 1e-9, 1 - 1e-9, -1);
        Assert.NotEqual(((1 + 1e-9) * (1 - 1e-9)) - 1, expected);
        Check(default(Fused), (x, y) => Math.FusedMultiplyAdd(x, y, x));
        EveryWidth.Run(() => CheckTriple(new Fused3(-1), 1 + 1e-9, 1 - 1e-9, expected));
    }

    [Fact]
    public void Adding_a_product_in_place_is_multiply_add() =>
        EveryWidth.Run(() => CheckTriple(new InPlace(-1), 1 + 1e-9, 1 - 1e-9, Math.FusedMultiplyAdd(1 + 1e-9, 1 - 1e-9, -1)));

    private static void Check<TMap>(TMap map, Func<double, double, double> scalar)
        where TMap : struct, IMap2
    {
        double[] x = [.. Values.SelectMany(value => Enumerable.Repeat(value, Values.Length))];
        double[] y = [.. Enumerable.Repeat(Values, Values.Length).SelectMany(values => values)];
        double[] expected = [.. x.Zip(y, scalar)];
        double[] actual = new double[x.Length];
        EveryWidth.Run(() =>
        {
            Array.Clear(actual);
            MapLoop2.Run(map, x, y, actual);
            Bits.AssertSame(expected, actual, $"width {LaneWidth.Current}");
        });
    }

    private static void CheckTriple<TMap>(TMap map, double x, double y, double expected)
        where TMap : struct, IMap2
    {
        double[] actual = new double[17];
        MapLoop2.Run(map, Fill(x), Fill(y), actual);
        Bits.AssertSame(Fill(expected), actual, $"width {LaneWidth.Current}");
    }

    private static double[] Fill(double value) => [.. Enumerable.Repeat(value, 17)];

    private readonly struct Add : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x + y;
    }

    private readonly struct Subtract : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x - y;
    }

    private readonly struct Multiply : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x * y;
    }

    private readonly struct Divide : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x / y;
    }

    private readonly struct Minimum : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Min(x, y);
    }

    private readonly struct Maximum : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Max(x, y);
    }

    private readonly struct Negate : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => -x;
    }

    private readonly struct Root : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Sqrt(x);
    }

    private readonly struct Magnitude : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Abs(x);
    }

    private readonly struct Fused : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.MultiplyAdd(x, y, x);
    }

    private readonly struct Fused3(double z) : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.MultiplyAdd(x, y, z);
    }

    private readonly struct InPlace(double z) : IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane>
        {
            TLane sum = z;
            TLane.AddProduct(ref sum, x, y);
            return sum;
        }
    }
}
