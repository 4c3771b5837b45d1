using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Lanes;

public class LaneMaskTests
{
    [Fact]
    public void Less_than_is_false_for_NaN_and_equal_zeros() => Check(default(Less), (x, y) => x < y ? 1 : 2);

    [Fact]
    public void Less_than_or_equal_is_false_for_NaN_and_true_for_equal_zeros() => Check(default(LessOrEqual), (x, y) => x <= y ? 1 : 2);

    [Fact]
    public void And_holds_where_both_masks_hold() => Check(default(Both), (x, y) => x < y && x <= 0 ? 1 : 2);

    [Fact]
    public void Or_holds_where_either_mask_holds() => Check(default(Either), (x, y) => x < y || x <= 0 ? 1 : 2);

    [Fact]
    public void Select_passes_the_bits_of_its_operands() => Check(default(Chosen), (x, y) => x < y ? x : y);

    [Fact]
    public void All_needs_every_element_and_any_needs_one()
    {
        EveryWidth.Run(() =>
        {
            for (int failing = -1; failing < LaneWidth.Current; failing++)
            {
                AllArguments arguments = new() { Values = new double[8] };
                if (failing >= 0)
                {
                    arguments.Values[failing] = double.NaN;
                }

                LaneDispatch.Invoke<AllNotNegative, AllArguments>(ref arguments);
                Assert.Equal(failing < 0, arguments.Result);
                arguments.Values = [.. arguments.Values.Select(value => double.IsNaN(value) ? 1.0 : -1)];
                LaneDispatch.Invoke<AnyNotNegative, AllArguments>(ref arguments);
                Assert.Equal(failing >= 0, arguments.Result);
            }
        });
    }

    private static void Check<TMap>(TMap map, Func<double, double, double> scalar)
        where TMap : struct, IMap2
    {
        int count = Numbers.Edges.Count;
        double[] x = [.. Numbers.Edges.SelectMany(value => Enumerable.Repeat(value, count))];
        double[] y = [.. Enumerable.Repeat(Numbers.Edges, count).SelectMany(values => values)];
        double[] expected = [.. x.Zip(y, scalar)];
        double[] actual = new double[x.Length];
        EveryWidth.Run(() =>
        {
            Array.Clear(actual);
            MapLoop2.Run(map, x, y, actual);
            Bits.AssertSame(expected, actual, $"width {LaneWidth.Current}");
        });
    }

    private struct AllArguments
    {
        public double[] Values;
        public bool Result;
    }

    private readonly struct AllNotNegative : ILaneOperation<AllArguments>
    {
        public static void Invoke<TLane>(ref AllArguments arguments)
            where TLane : struct, ILane<TLane> =>
            arguments.Result = TLane.All(TLane.LessThanOrEqual(0, TLane.Load(in arguments.Values[0], 0)));
    }

    private readonly struct AnyNotNegative : ILaneOperation<AllArguments>
    {
        public static void Invoke<TLane>(ref AllArguments arguments)
            where TLane : struct, ILane<TLane> =>
            arguments.Result = TLane.Any(TLane.LessThanOrEqual(0, TLane.Load(in arguments.Values[0], 0)));
    }

    private readonly struct Less : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Select(TLane.LessThan(x, y), 1, 2);
    }

    private readonly struct LessOrEqual : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Select(TLane.LessThanOrEqual(x, y), 1, 2);
    }

    private readonly struct Both : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> =>
            TLane.Select(TLane.LessThan(x, y) & TLane.LessThanOrEqual(x, 0), 1, 2);
    }

    private readonly struct Either : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> =>
            TLane.Select(TLane.LessThan(x, y) | TLane.LessThanOrEqual(x, 0), 1, 2);
    }

    private readonly struct Chosen : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.Select(TLane.LessThan(x, y), x, y);
    }
}
