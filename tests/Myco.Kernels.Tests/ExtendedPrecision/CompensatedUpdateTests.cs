using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>CompensatedUpdate on a DoubleDoubleSpan from ReadOnlyDoubleDoubleSpan: within its bound, the same bits on every width.</summary>
public class CompensatedUpdateTests
{
    private const double A = 0.3, B = -1234.5;
    private const int BoundBits = -102;
    private static readonly DoubleDouble C = DoubleDouble.Sum(7.25, 1e-17);

    [Fact]
    public void Every_length_is_within_its_bound_VsBigInteger()
    {
        for (int length = 0; length <= 256; length++)
        {
            Vectors vectors = new(length);
            double greatest = vectors.Update();
            Assert.Equal(length == 0 ? double.NegativeInfinity : vectors.High.Max(), greatest);
            for (int i = 0; i < length; i++)
            {
                Dyadic source = vectors.Source(i), x = (Dyadic)A * vectors.X(i), y = (Dyadic)B * vectors.Y(i), z = (Dyadic)C * vectors.Z(i);
                Dyadic found = (Dyadic)vectors.High[i] + vectors.Low[i];
                Dyadic magnitude = Dyadic.Abs(source) + Dyadic.Abs(x) + Dyadic.Abs(y) + Dyadic.Abs(z);
                Assert.True((source + x + y - z).ErrorBits(found, magnitude) <= BoundBits, $"element {i} of {length}");
                Assert.Equal(vectors.High[i], vectors.High[i] + vectors.Low[i]);
            }
        }
    }

    [Fact]
    public void Every_length_has_the_same_bits_on_every_width_and_stays_inside_its_memory()
    {
        for (int length = 0; length <= 256; length++)
        {
            Vectors expected = new(length);
            double greatest = expected.Update();
            EveryWidth.Run(() =>
            {
                Vectors found = new(length);
                using GuardedMemory high = GuardedMemory.EndingAtGuard(length), low = GuardedMemory.EndingAtGuard(length);
                Bits.AssertSame(greatest, found.Update(new(high.Span, low.Span)));
                Bits.AssertSame(expected.High, high.Span, $"length {length}");
                Bits.AssertSame(expected.Low, low.Span, $"length {length}");
            });
        }
    }

    [Fact]
    public void The_target_may_be_the_source()
    {
        Vectors expected = new(45), found = new(45);
        expected.Update();
        EveryWidth.Run(() =>
        {
            double[] high = [.. found.SourceHigh], low = [.. found.SourceLow];
            CompensatedUpdate.Apply(
                new(high, low), new(high, low), A, new(found.XHigh, found.XLow), B, new(found.YHigh, found.YLow), C, new(found.ZHigh, found.ZLow));
            Bits.AssertSame(expected.High, high);
            Bits.AssertSame(expected.Low, low);
        });
    }

    [Fact]
    public void NaN_anywhere_is_the_result()
    {
        EveryWidth.Run(() =>
        {
            for (int place = 0; place < 13; place++)
            {
                Vectors vectors = new(13);
                vectors.YHigh[place] = double.NaN;
                Assert.True(double.IsNaN(vectors.Update()), $"NaN at {place}");
            }
        });
    }

    [Fact]
    public void Different_lengths_are_refused_and_nothing_is_allocated()
    {
        Vectors vectors = new(9);
        double[] eight = new double[8], nine = new double[9];
        Assert.Throws<ArgumentException>(() => vectors.Update(new(eight, eight)));
        Assert.Throws<ArgumentException>(() => CompensatedUpdate.Apply(new(nine, nine), new(eight, eight), 1, new(nine, nine), 1, new(nine, nine), C, new(nine, nine)));
        Assert.Throws<ArgumentException>(() => CompensatedUpdate.Apply(new(nine, nine), new(nine, nine), 1, new(nine, nine), 1, new(nine, nine), C, new(eight, eight)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DoubleDoubleSpan(nine, eight).High.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyDoubleDoubleSpan(nine, eight).Length);
        AllocationAssert.None(() => vectors.Update());
    }

    /// <summary>Four vectors of pairs, drawn the same every time, and a target.</summary>
    private sealed class Vectors
    {
        public Vectors(int length)
        {
            RandomReals reals = new(length);
            (SourceHigh, SourceLow) = Draw(reals, length);
            (XHigh, XLow) = Draw(reals, length);
            (YHigh, YLow) = Draw(reals, length);
            (ZHigh, ZLow) = Draw(reals, length);
            (High, Low) = (new double[length], new double[length]);
        }

        public double[] SourceHigh { get; }

        public double[] SourceLow { get; }

        public double[] XHigh { get; }

        public double[] XLow { get; }

        public double[] YHigh { get; }

        public double[] YLow { get; }

        public double[] ZHigh { get; }

        public double[] ZLow { get; }

        public double[] High { get; }

        public double[] Low { get; }

        public Dyadic Source(int i) => (Dyadic)SourceHigh[i] + SourceLow[i];

        public Dyadic X(int i) => (Dyadic)XHigh[i] + XLow[i];

        public Dyadic Y(int i) => (Dyadic)YHigh[i] + YLow[i];

        public Dyadic Z(int i) => (Dyadic)ZHigh[i] + ZLow[i];

        public double Update() => Update(new(High, Low));

        public double Update(DoubleDoubleSpan target) => CompensatedUpdate.Apply(
            in target, new(SourceHigh, SourceLow), A, new(XHigh, XLow), B, new(YHigh, YLow), C, new(ZHigh, ZLow));

        private static (double[] High, double[] Low) Draw(RandomReals reals, int length)
        {
            DoubleDouble[] pairs = [.. Enumerable.Range(0, length).Select(_ => reals.Pair(12))];
            return ([.. pairs.Select(pair => pair.High)], [.. pairs.Select(pair => pair.Low)]);
        }
    }
}
