using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A double-double vector plus two multiples of others, less a multiple of a third, all by whole packs: how a gradient
/// follows a trade.</summary>
public static class CompensatedUpdate
{
    /// <summary>target_i = source_i + a·x_i + b·y_i − c·z_i; returns the greatest high half of the target.</summary>
    /// <remarks><para>Shapes: all spans of one length. Each vector is a span of high halves and one of low halves.</para>
    /// <para>Aliasing: the target may be the source; other overlap is not allowed and not checked.</para>
    /// <para>Rounding: within 2⁻¹⁰² of the sum of the terms' magnitudes, on every width the same bits; c may be a double-double.
    /// A NaN anywhere is the result.</para>
    /// <para>Source: sums and products with their errors as in <see cref="ErrorFree"/>; spec 01-surface, section 2.</para></remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Apply(
        in DoubleDoubleSpan target, in ReadOnlyDoubleDoubleSpan source, double a, in ReadOnlyDoubleDoubleSpan x, double b,
        in ReadOnlyDoubleDoubleSpan y, DoubleDouble c, in ReadOnlyDoubleDoubleSpan z)
    {
        int length = target.High.Length;
        if (source.Length != length || x.Length != length || y.Length != length || z.Length != length)
        {
            ThrowLengths(length, source.Length, x.Length, y.Length, z.Length);
        }

        Arguments arguments = new()
        {
            TargetHigh = ref MemoryMarshal.GetReference(target.High),
            TargetLow = ref MemoryMarshal.GetReference(target.Low),
            SourceHigh = ref MemoryMarshal.GetReference(source.High),
            SourceLow = ref MemoryMarshal.GetReference(source.Low),
            XHigh = ref MemoryMarshal.GetReference(x.High),
            XLow = ref MemoryMarshal.GetReference(x.Low),
            YHigh = ref MemoryMarshal.GetReference(y.High),
            YLow = ref MemoryMarshal.GetReference(y.Low),
            ZHigh = ref MemoryMarshal.GetReference(z.High),
            ZLow = ref MemoryMarshal.GetReference(z.Low),
            Length = length,
            A = a,
            B = b,
            C = c,
        };
        LaneDispatch.Invoke<Operation, Arguments>(ref arguments);
        return arguments.Greatest;
    }

    private static void ThrowLengths(int target, int source, int x, int y, int z) => throw new ArgumentException(
        $"The lengths are {target}, {source}, {x}, {y} and {z}; all five vectors must have the target's length.");

    // References, not spans: copying ten spans into the structure cost more than the arithmetic of a short vector.
    private ref struct Arguments
    {
        public ref double TargetHigh;
        public ref double TargetLow;
        public ref readonly double SourceHigh;
        public ref readonly double SourceLow;
        public ref readonly double XHigh;
        public ref readonly double XLow;
        public ref readonly double YHigh;
        public ref readonly double YLow;
        public ref readonly double ZHigh;
        public ref readonly double ZLow;
        public int Length;
        public double A;
        public double B;
        public DoubleDouble C;
        public double Greatest;
    }

    private readonly struct Operation : ILaneOperation<Arguments>
    {
        [SkipLocalsInit]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            int length = arguments.Length;
            int whole = length - (length % TLane.Count);
            Span<double> greatest = stackalloc double[8];
            TLane packed = Run<TLane>(ref arguments, 0, whole);
            TLane.Store(packed, ref greatest[0], 0);
            double result = double.NegativeInfinity;
            for (int lane = 0; lane < TLane.Count; lane++)
            {
                result = Math.Max(result, greatest[lane]);
            }

            if (whole < length)
            {
                Lane1.Store(Run<Lane1>(ref arguments, whole, length), ref greatest[0], 0);
                result = Math.Max(result, greatest[0]);
            }

            arguments.Greatest = result;
        }

        /// <summary>Updates the elements from <paramref name="start"/> to <paramref name="end"/> and returns the greatest per lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Run<TLane>(ref Arguments arguments, int start, int end)
            where TLane : struct, ILane<TLane>
        {
            Term<TLane> x = new(arguments.A, 0);
            Term<TLane> y = new(arguments.B, 0);
            Term<TLane> z = new(-arguments.C.High, -arguments.C.Low);
            TLane greatest = double.NegativeInfinity;
            for (nuint i = (nuint)start; i < (nuint)end; i += (nuint)TLane.Count)
            {
                TLane high = TLane.Load(in arguments.SourceHigh, i);
                TLane low = TLane.Load(in arguments.SourceLow, i);
                x.AddTo(ref high, ref low, in arguments.XHigh, in arguments.XLow, i);
                y.AddTo(ref high, ref low, in arguments.YHigh, in arguments.YLow, i);
                z.AddTo(ref high, ref low, in arguments.ZHigh, in arguments.ZLow, i);
                TLane sum = high + low;
                TLane.Store(sum, ref arguments.TargetHigh, i);
                TLane.Store(low - (sum - high), ref arguments.TargetLow, i);
                greatest = TLane.Max(greatest, sum);
            }

            return greatest;
        }
    }

    /// <summary>A factor that multiples of a vector are added by.</summary>
    private readonly struct Term<TLane>(double factor, double factorLow)
        where TLane : struct, ILane<TLane>
    {
        private readonly TLane _factor = factor;
        private readonly TLane _factorLow = factorLow;

        /// <summary>(high, low) += factor · vector_i, the product and the sum exact in their leading halves.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddTo(ref TLane high, ref TLane low, ref readonly double vectorHigh, ref readonly double vectorLow, nuint i)
        {
            TLane head = TLane.Load(in vectorHigh, i);
            TLane tail = TLane.Load(in vectorLow, i);
            TLane product = _factor * head;
            TLane error = TLane.MultiplyAdd(_factor, head, -product);
            error = TLane.MultiplyAdd(_factor, tail, TLane.MultiplyAdd(_factorLow, head, error));
            TLane sum = high + product;
            TLane back = sum - high;
            TLane lost = (high - (sum - back)) + (product - back);
            (high, low) = (sum, low + (lost + error));
        }
    }
}
