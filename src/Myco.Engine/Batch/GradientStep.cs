using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Batch;

/// <summary>target = source + a·x + b·y and whether every component of it is below 0: a swap's update and its verdict in one pass.</summary>
/// <remarks>For padded vectors, whose length is a multiple of every width; the target is none of the others. Two fused
/// multiply-adds per component, x first, like <see cref="Myco.Kernels.Matrices.RankTwoUpdate"/>.</remarks>
internal static class GradientStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Run(ReadOnlySpan<double> source, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y, Span<double> target)
    {
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
            for (nuint i = 0; i < arguments.Length; i += (nuint)TLane.Count)
            {
                TLane updated = TLane.Load(in arguments.Source, i);
                TLane.AddProduct(ref updated, a, in arguments.X, i);
                TLane.AddProduct(ref updated, b, in arguments.Y, i);
                TLane.Store(updated, ref arguments.Target, i);
                below &= TLane.LessThan(updated, zero);
            }

            arguments.AllBelowZero = TLane.All(below);
        }
    }
}
