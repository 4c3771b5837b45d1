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
    /// A NaN anywhere is the result.</para></remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Apply(
        DoubleDoubleSpan target, ReadOnlyDoubleDoubleSpan source, double a, ReadOnlyDoubleDoubleSpan x, double b, ReadOnlyDoubleDoubleSpan y,
        DoubleDouble c, ReadOnlyDoubleDoubleSpan z)
    {
        int length = target.High.Length;
        if (source.Length != length || x.Length != length || y.Length != length || z.Length != length)
        {
            ThrowLengths(length, source.Length, x.Length, y.Length, z.Length);
        }

        Arguments arguments = new()
        {
            Target = target,
            Source = source,
            X = x,
            Y = y,
            Z = z,
            A = a,
            B = b,
            C = c,
            Greatest = double.NegativeInfinity,
        };
        LaneDispatch.Invoke<Operation, Arguments>(ref arguments);
        return arguments.Greatest;
    }

    private static void ThrowLengths(int target, int source, int x, int y, int z) => throw new ArgumentException(
        $"The lengths are {target}, {source}, {x}, {y} and {z}; all five vectors must have the target's length.");

    private ref struct Arguments
    {
        public DoubleDoubleSpan Target;
        public ReadOnlyDoubleDoubleSpan Source;
        public ReadOnlyDoubleDoubleSpan X;
        public ReadOnlyDoubleDoubleSpan Y;
        public ReadOnlyDoubleDoubleSpan Z;
        public double A;
        public double B;
        public DoubleDouble C;
        public double Greatest;
    }

    private readonly struct Operation : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            int length = arguments.Target.High.Length;
            int i = 0;
            TLane greatest = TLane.Broadcast(arguments.Greatest);
            for (; i <= length - TLane.Count; i += TLane.Count)
            {
                greatest = TLane.Max(greatest, Step<TLane>(ref arguments, (nuint)i));
            }

            Lane1 last = Lane1.Broadcast(arguments.Greatest);
            for (; i < length; i++)
            {
                last = Lane1.Max(last, Step<Lane1>(ref arguments, (nuint)i));
            }

            Span<double> each = stackalloc double[TLane.Count + 1];
            TLane.Store(greatest, ref each[0], 0);
            Lane1.Store(last, ref each[TLane.Count], 0);
            foreach (double value in each)
            {
                arguments.Greatest = Math.Max(arguments.Greatest, value);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Step<TLane>(ref Arguments arguments, nuint i)
            where TLane : struct, ILane<TLane>
        {
            TLane high = TLane.Load(in MemoryMarshal.GetReference(arguments.Source.High), i);
            TLane low = TLane.Load(in MemoryMarshal.GetReference(arguments.Source.Low), i);
            Accumulate(ref high, ref low, arguments.A, 0, arguments.X, i);
            Accumulate(ref high, ref low, arguments.B, 0, arguments.Y, i);
            Accumulate(ref high, ref low, -arguments.C.High, -arguments.C.Low, arguments.Z, i);
            TLane sum = high + low;
            TLane.Store(sum, ref MemoryMarshal.GetReference(arguments.Target.High), i);
            TLane.Store(low - (sum - high), ref MemoryMarshal.GetReference(arguments.Target.Low), i);
            return sum;
        }

        /// <summary>(high, low) += factor · vector_i, the product and the sum exact in their leading halves.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Accumulate<TLane>(
            ref TLane high, ref TLane low, double factor, double factorLow, ReadOnlyDoubleDoubleSpan vector, nuint i)
            where TLane : struct, ILane<TLane>
        {
            TLane scale = TLane.Broadcast(factor);
            TLane head = TLane.Load(in MemoryMarshal.GetReference(vector.High), i);
            TLane tail = TLane.Load(in MemoryMarshal.GetReference(vector.Low), i);
            TLane product = scale * head;
            TLane error = TLane.FusedMultiplyAdd(scale, head, -product);
            error = TLane.FusedMultiplyAdd(scale, tail, TLane.FusedMultiplyAdd(TLane.Broadcast(factorLow), head, error));
            TLane sum = high + product;
            TLane back = sum - high;
            TLane lost = (high - (sum - back)) + (product - back);
            (high, low) = (sum, low + (lost + error));
        }
    }
}
