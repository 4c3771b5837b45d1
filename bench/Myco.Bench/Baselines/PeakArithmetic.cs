using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Bench.Baselines;

/// <summary>Nothing but fused multiply-adds, twelve independent chains: more than latency times throughput of any core.</summary>
internal readonly struct PeakArithmetic : ILaneOperation<PeakArithmetic.Arguments>
{
    private const int Chains = 12;

    /// <summary>Floating-point operations of one run of that many rounds at the width in use.</summary>
    public static double Operations(int rounds) => 2.0 * Chains * rounds * LaneWidth.Current;

    public static double Run(int rounds)
    {
        Arguments arguments = new() { Rounds = rounds };
        LaneDispatch.Invoke<PeakArithmetic, Arguments>(ref arguments);
        return arguments.Result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Invoke<TLane>(ref Arguments arguments)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = 0.999999, shift = 1e-7;
        TLane a = shift, b = shift, c = shift, d = shift, e = shift, f = shift, g = shift, h = shift, i = shift, j = shift, k = shift, l = shift;
        for (int round = arguments.Rounds; round > 0; round--)
        {
            a = TLane.MultiplyAdd(a, factor, shift);
            b = TLane.MultiplyAdd(b, factor, shift);
            c = TLane.MultiplyAdd(c, factor, shift);
            d = TLane.MultiplyAdd(d, factor, shift);
            e = TLane.MultiplyAdd(e, factor, shift);
            f = TLane.MultiplyAdd(f, factor, shift);
            g = TLane.MultiplyAdd(g, factor, shift);
            h = TLane.MultiplyAdd(h, factor, shift);
            i = TLane.MultiplyAdd(i, factor, shift);
            j = TLane.MultiplyAdd(j, factor, shift);
            k = TLane.MultiplyAdd(k, factor, shift);
            l = TLane.MultiplyAdd(l, factor, shift);
        }

        TLane sum = a + b + c + d + (e + f + g + h) + (i + j + k + l);
        arguments.Result = TLane.All(TLane.LessThan(sum, 0)) ? 1 : 0;
    }

    internal struct Arguments
    {
        public int Rounds;
        public double Result;
    }
}
