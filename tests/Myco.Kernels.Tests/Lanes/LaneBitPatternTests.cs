using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Lanes;

/// <summary>IBitPattern, and what of ILane elementary functions need besides.</summary>
public class LaneBitPatternTests
{
    private static readonly double[] Values = [.. Numbers.Edges.Where(value => !double.IsNaN(value)), .. Numbers.Spread(24, 1, 300)];

    [Fact]
    public void Sums_of_bits_are_sums_of_integers() => Check(default(Sum), (x, y) => Of(Word(x) + Word(y)));

    [Fact]
    public void Differences_of_bits_are_differences_of_integers() => Check(default(Difference), (x, y) => Of(Word(x) - Word(y)));

    [Fact]
    public void Shifts_bring_in_zeros_on_either_side()
    {
        Check(default(Up), (x, _) => Of(Word(x) << 52));
        Check(default(Down), (x, _) => Of(Word(x) >> 52));
        Check(default(DownByOne), (x, _) => Of(Word(x) >> 1));
    }

    [Fact]
    public void An_exclusive_or_with_the_sign_bit_changes_the_sign() => Check(default(OtherSign), (x, _) => -x);

    [Fact]
    public void Multiply_subtract_has_one_rounding() => Check(default(ProductError), (x, y) => Math.FusedMultiplyAdd(x, y, -(x * y)));

    private static ulong Word(double x) => BitConverter.DoubleToUInt64Bits(x);

    private static double Of(ulong word) => BitConverter.UInt64BitsToDouble(word);

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

    private readonly struct Sum : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.AddBits(x, y);
    }

    private readonly struct Difference : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.SubtractBits(x, y);
    }

    private readonly struct Up : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.ShiftLeft(x, 52);
    }

    private readonly struct Down : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.ShiftRight(x, 52);
    }

    private readonly struct DownByOne : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.ShiftRight(x, 1);
    }

    private readonly struct OtherSign : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x ^ TLane.FromBits(0x8000_0000_0000_0000);
    }

    private readonly struct ProductError : IMap2
    {
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.MultiplySubtract(x, y, x * y);
    }
}
