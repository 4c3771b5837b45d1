using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>The inner product Σ xᵢyᵢ.</summary>
/// <remarks>Shapes: both of one length; 0 for no elements. Aliasing: the inputs may be the same or overlap.
/// Rounding: fused multiply-adds into accumulators of n/32 terms each, so the error is at most (n/32 + 6)·2⁻⁵³·Σ|xᵢyᵢ|, and the
/// same bits on every width. NaN and infinities follow IEEE 754. Source: <see cref="ReductionLoop2"/> for the order of the terms.
/// User: means under importance weights (spec 07-stress, section 3.5).</remarks>
public static class Dot
{
    /// <summary>Σ xᵢyᵢ.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Compute(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => ReductionLoop2.Run(default(Products), x, y);

    private readonly struct Products : IReduction2
    {
        public double Identity => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.AddProduct(ref accumulator, x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => first + second;
    }
}
