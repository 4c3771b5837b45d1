using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>destinationᵢ = a·xᵢ.</summary>
/// <remarks>Shapes: both of one length, which may be 0. Aliasing: the destination may be x; a partial overlap is refused.
/// Rounding: each product correctly rounded. NaN and infinities follow IEEE 754.</remarks>
public static class Scale
{
    /// <summary>Writes a·x.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps x from another start.</exception>
    public static void Apply(double a, ReadOnlySpan<double> x, Span<double> destination) => MapLoop1.Run(new Formula(a), x, destination);

    private readonly struct Formula(double a) : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => a * x;
    }
}
