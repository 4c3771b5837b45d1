using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>The sum Σ xᵢ.</summary>
/// <remarks>Shapes: any length; +0 for no elements, and for nothing but zeros of either sign. Rounding: accumulators of n/32
/// terms each, so the error is at most (n/32 + 6)·2⁻⁵³·Σ|xᵢ|, and the same bits on every width. NaN and infinities follow
/// IEEE 754. Source: <see cref="ReductionLoop1"/> for the order of the terms. User: means of sweeps (spec 07-stress, section 4.1).</remarks>
public static class Sum
{
    /// <summary>Σ xᵢ.</summary>
    public static double Compute(ReadOnlySpan<double> x) => ReductionLoop1.Run(default(Terms), x);

    private readonly struct Terms : IReduction1
    {
        public double Identity => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator = accumulator + x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => first + second;
    }
}
