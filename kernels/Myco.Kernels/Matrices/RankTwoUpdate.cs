using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>targetᵢ = sourceᵢ + a·xᵢ + b·yᵢ, and whether all of it is below 0: what a swap does to the gradient, by two columns of a symmetric
/// matrix, and its verdict, in one pass.</summary>
/// <remarks>Shapes: all of one length, which may be 0. Aliasing: the target may be any of the others, from the same start; no other overlap is allowed, and
/// none is checked. Rounding: two fused multiply-adds per element, x first; the same bits on every width. NaN and infinities follow IEEE 754, and a NaN is
/// not below 0. Source: spec 01-surface, sections 2 and 4.</remarks>
public static class RankTwoUpdate
{
    /// <summary>Writes the target.</summary>
    /// <returns>Whether every element of the target is below 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Apply(ReadOnlySpan<double> source, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y, Span<double> target)
    {
        SpanGuard.RequireLength(source.Length, target.Length, nameof(source));
        SpanGuard.RequireLength(x.Length, target.Length, nameof(x));
        SpanGuard.RequireLength(y.Length, target.Length, nameof(y));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.Source = ref MemoryMarshal.GetReference(source);
        arguments.X = ref MemoryMarshal.GetReference(x);
        arguments.Y = ref MemoryMarshal.GetReference(y);
        arguments.Target = ref MemoryMarshal.GetReference(target);
        arguments.Length = (nuint)target.Length;
        (arguments.A, arguments.B) = (a, b);
        LaneDispatch.Invoke<Packs, Arguments>(ref arguments);
        return arguments.AllBelowZero;
    }

    private ref struct Arguments
    {
        public ref readonly double Source;
        public ref readonly double X;
        public ref readonly double Y;
        public ref double Target;
        public nuint Length;
        public double A;
        public double B;
        public bool AllBelowZero;
    }

    private readonly struct Packs : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            TLane a = arguments.A, b = arguments.B, zero = 0;
            TLane below = TLane.LessThan(-1, zero);
            nuint width = (nuint)TLane.Count, whole = arguments.Length - (arguments.Length % width);
            for (nuint i = 0; i < whole; i += width)
            {
                TLane updated = TLane.Load(in arguments.Source, i);
                TLane.AddProduct(ref updated, a, in arguments.X, i);
                TLane.AddProduct(ref updated, b, in arguments.Y, i);
                TLane.Store(updated, ref arguments.Target, i);
                below &= TLane.LessThan(updated, zero);
            }

            arguments.AllBelowZero = TLane.All(below);
            if (whole < arguments.Length)
            {
                arguments.AllBelowZero &= Rest<TLane>(ref arguments, whole);
            }
        }

        // Apart, so that a padded vector's loop is not burdened with it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static bool Rest<TLane>(ref Arguments arguments, nuint start)
            where TLane : struct, ILane<TLane>
        {
            int count = (int)(arguments.Length - start);
            TLane updated = TLane.LoadPart(in arguments.Source, start, count);
            TLane.AddProduct(ref updated, arguments.A, TLane.LoadPart(in arguments.X, start, count));
            TLane.AddProduct(ref updated, arguments.B, TLane.LoadPart(in arguments.Y, start, count));
            TLane.StorePart(updated, ref arguments.Target, start, count);
            uint wanted = (1U << count) - 1;
            return (TLane.Bits(TLane.LessThan(updated, 0)) & wanted) == wanted;
        }
    }
}
