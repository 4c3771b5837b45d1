using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>destinationᵢ = xᵢ·yᵢ.</summary>
/// <remarks>Shapes: all of one length, which may be 0. Aliasing: the destination may be x, y or both; a partial overlap is
/// refused. Rounding: each product correctly rounded. NaN and infinities follow IEEE 754.</remarks>
public static class ElementwiseProduct
{
    /// <summary>Writes x·y, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps an input from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        MapLoop2.Run(default(Formula), x, y, destination);

    private readonly struct Formula : IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => x * y;
    }
}
