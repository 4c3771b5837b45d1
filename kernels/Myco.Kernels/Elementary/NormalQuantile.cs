using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>The z below which a normal variate of mean 0 and variance 1 falls with probability p.</summary>
/// <remarks>q = p − ½. |q| ≤ 0.425: z = q·A(r)/B(r) with r = 0.180625 − q²; else r = √(−ln min(p, 1 − p)) and z = ±C(r − 1.6)/D(r −
/// 1.6) to r = 5, ±E(r − 5)/F(r − 5) beyond. Rounding: within 5 ulp, 3.3 the largest seen over the multiples of 2⁻⁵³ that uniforms
/// are, for which p − ½ is exact, and 4.3 over all; the same bits on every width; z(1 − p) = −z(p) where 1 − p is exact. −∞ for 0,
/// ∞ for 1, NaN elsewhere outside [0, 1]. Source: spec 07-stress, section 3.4: Wichura, AS 241 PPND16, Applied Statistics 37,
/// 1988.</remarks>
public static class NormalQuantile
{
    private const double CentralHalf = 0.425;
    private const double CentralSquare = 0.180625;
    private const double MiddleOrigin = 1.6;
    private const double FarOrigin = 5;

    /// <summary>z of one probability.</summary>
    public static double Of(double p) => Of<Lane1>(p).Value;

    /// <summary>z of each element.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop1"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps p from another start.</exception>
    public static void Compute(ReadOnlySpan<double> p, Span<double> destination) => MapLoop1.Run(default(Formula), p, destination);

    /// <summary>z of a pack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane p)
        where TLane : struct, ILane<TLane>
    {
        TLane q = p - 0.5, magnitude = TLane.Abs(q);
        TLane central = Central(q);
        if (TLane.AllLessThanOrEqual(magnitude, CentralHalf))
        {
            return central;
        }

        TLane r = TLane.Sqrt(-Logarithm.Of(TLane.Min(p, 1 - p)));
        TLane tail = Middle(r - MiddleOrigin);
        TLane far = TLane.LessThan(FarOrigin, r);
        if (TLane.Any(far))
        {
            // r is infinite for 0 and 1, and so is z; the quotient would be NaN.
            TLane finite = TLane.LessThanOrEqual(r, double.MaxValue);
            tail = TLane.Select(far, TLane.Select(finite, Far(r - FarOrigin), r), tail);
        }

        TLane signed = tail | (q & TLane.FromBits(0x8000_0000_0000_0000));
        return TLane.Select(TLane.LessThanOrEqual(magnitude, CentralHalf), central, signed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Central<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane r = TLane.MultiplyAdd(-q, q, CentralSquare);
        TLane a = 2509.0809287301227;
        a = TLane.MultiplyAdd(a, r, 33430.57558358813);
        a = TLane.MultiplyAdd(a, r, 67265.7709270087);
        a = TLane.MultiplyAdd(a, r, 45921.95393154987);
        a = TLane.MultiplyAdd(a, r, 13731.69376550946);
        a = TLane.MultiplyAdd(a, r, 1971.5909503065513);
        a = TLane.MultiplyAdd(a, r, 133.14166789178438);
        a = TLane.MultiplyAdd(a, r, 3.3871328727963665);
        TLane b = 5226.495278852854;
        b = TLane.MultiplyAdd(b, r, 28729.085735721943);
        b = TLane.MultiplyAdd(b, r, 39307.89580009271);
        b = TLane.MultiplyAdd(b, r, 21213.794301586597);
        b = TLane.MultiplyAdd(b, r, 5394.196021424751);
        b = TLane.MultiplyAdd(b, r, 687.1870074920579);
        b = TLane.MultiplyAdd(b, r, 42.31333070160091);
        b = TLane.MultiplyAdd(b, r, 1);
        return q * a / b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Middle<TLane>(TLane r)
        where TLane : struct, ILane<TLane>
    {
        TLane c = 0.0007745450142783414;
        c = TLane.MultiplyAdd(c, r, 0.022723844989269184);
        c = TLane.MultiplyAdd(c, r, 0.2417807251774506);
        c = TLane.MultiplyAdd(c, r, 1.2704582524523684);
        c = TLane.MultiplyAdd(c, r, 3.6478483247632045);
        c = TLane.MultiplyAdd(c, r, 5.769497221460691);
        c = TLane.MultiplyAdd(c, r, 4.630337846156546);
        c = TLane.MultiplyAdd(c, r, 1.4234371107496835);
        TLane d = 1.0507500716444169e-09;
        d = TLane.MultiplyAdd(d, r, 0.0005475938084995345);
        d = TLane.MultiplyAdd(d, r, 0.015198666563616457);
        d = TLane.MultiplyAdd(d, r, 0.14810397642748008);
        d = TLane.MultiplyAdd(d, r, 0.6897673349851);
        d = TLane.MultiplyAdd(d, r, 1.6763848301838038);
        d = TLane.MultiplyAdd(d, r, 2.053191626637759);
        d = TLane.MultiplyAdd(d, r, 1);
        return c / d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Far<TLane>(TLane r)
        where TLane : struct, ILane<TLane>
    {
        TLane e = 2.0103343992922881e-07;
        e = TLane.MultiplyAdd(e, r, 2.7115555687434876e-05);
        e = TLane.MultiplyAdd(e, r, 0.0012426609473880784);
        e = TLane.MultiplyAdd(e, r, 0.026532189526576124);
        e = TLane.MultiplyAdd(e, r, 0.29656057182850487);
        e = TLane.MultiplyAdd(e, r, 1.7848265399172913);
        e = TLane.MultiplyAdd(e, r, 5.463784911164114);
        e = TLane.MultiplyAdd(e, r, 6.657904643501103);
        TLane f = 2.0442631033899397e-15;
        f = TLane.MultiplyAdd(f, r, 1.421511758316446e-07);
        f = TLane.MultiplyAdd(f, r, 1.8463183175100548e-05);
        f = TLane.MultiplyAdd(f, r, 0.0007868691311456133);
        f = TLane.MultiplyAdd(f, r, 0.014875361290850615);
        f = TLane.MultiplyAdd(f, r, 0.1369298809227358);
        f = TLane.MultiplyAdd(f, r, 0.599832206555888);
        f = TLane.MultiplyAdd(f, r, 1);
        return e / f;
    }

    private readonly struct Formula : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane p)
            where TLane : struct, ILane<TLane> => Of(p);
    }
}
