using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>yᵢ ← a·xᵢ + yᵢ.</summary>
/// <remarks>Shapes: both of one length, which may be 0. Aliasing: y may be x; a partial overlap is refused. Rounding: one fused
/// multiply-add per element, correctly rounded. NaN and infinities follow IEEE 754: an infinite x times a = 0 is NaN.</remarks>
public static class Axpy
{
    /// <summary>Adds a·x to y.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or y overlaps x from another start.</exception>
    public static void Apply(double a, ReadOnlySpan<double> x, Span<double> y) => MapLoop2.Run(new Formula(a), x, y, y);

    private readonly struct Formula(double a) : IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.MultiplyAdd(x, a, y);
    }
}
