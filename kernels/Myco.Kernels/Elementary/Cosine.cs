using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>cos x, x in radians.</summary>
/// <remarks>Rounding: within 1 ulp, 0.79 the largest seen, of the angle given taken as exact, however large; the same bits on every width. 1 for ±0, NaN
/// for an infinite angle or NaN. Source: the sine a quarter turn on, <see cref="ReducedAngle{TLane}"/>.</remarks>
public static class Cosine
{
    /// <summary>cos x of one number.</summary>
    public static double Of(double x) => Of<Lane1>(x).Value;

    /// <summary>cos x of each element.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop1"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps x from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, Span<double> destination) => MapLoop1.Run(default(Formula), x, destination);

    /// <summary>cos x of a pack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => new ReducedAngle<TLane>(x).Sine(1);

    private readonly struct Formula : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => Of(x);
    }
}
