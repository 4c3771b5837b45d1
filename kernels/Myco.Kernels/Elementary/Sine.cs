using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>sin x, x in radians.</summary>
/// <remarks>Rounding: within 1 ulp, 0.77 the largest seen, of the angle given taken as exact, however large; the same bits on every width. ±0 for ±0, NaN
/// for an infinite angle or NaN. Source: <see cref="ReducedAngle{TLane}"/>.</remarks>
public static class Sine
{
    /// <summary>Below it x³/6 is less than half a unit of x's last place.</summary>
    private const double Tiny = 7.450580596923828e-09; // 2⁻²⁷

    /// <summary>sin x of one number.</summary>
    public static double Of(double x) => Of<Lane1>(x).Value;

    /// <summary>sin x of each element.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop1"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps x from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, Span<double> destination) => MapLoop1.Run(default(Formula), x, destination);

    /// <summary>sin x of a pack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x)
        where TLane : struct, ILane<TLane> =>
        TLane.Select(TLane.LessThan(TLane.Abs(x), Tiny), x, new ReducedAngle<TLane>(x).Sine(0));

    private readonly struct Formula : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => Of(x);
    }
}
