using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>The least and the greatest element.</summary>
/// <remarks>Shapes: at least one element. Exact. NaN when any element is NaN; −0 is less than +0; infinities are ordinary.
/// User: the extremes of a block in the statistics of sweeps (spec 07-stress, section 4.1).</remarks>
public static class MinMax
{
    /// <summary>Both, in two passes.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static (double Minimum, double Maximum) Compute(ReadOnlySpan<double> x) => (Minimum(x), Maximum(x));

    /// <summary>min xᵢ.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static double Minimum(ReadOnlySpan<double> x)
    {
        SpanGuard.RequireNotEmpty(x.Length, nameof(x));
        return ReductionLoop1.Run(default(Least), x);
    }

    /// <summary>max xᵢ.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static double Maximum(ReadOnlySpan<double> x)
    {
        SpanGuard.RequireNotEmpty(x.Length, nameof(x));
        return ReductionLoop1.Run(default(Greatest), x);
    }

    private readonly struct Least : IReduction1
    {
        public double Identity => double.PositiveInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator = TLane.Min(accumulator, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => TLane.Min(first, second);
    }

    private readonly struct Greatest : IReduction1
    {
        public double Identity => double.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator = TLane.Max(accumulator, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => TLane.Max(first, second);
    }
}
