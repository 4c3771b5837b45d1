using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Bench.Baselines;

/// <summary>One square root and one division per element in packs, nothing else: the divider's floor of a quote.</summary>
internal readonly struct RootsAndDivisions : ILaneOperation<RootsAndDivisions.Arguments>
{
    /// <summary>results[i] = 1/√amounts[i], at the width in use; what does not fill a pack is left out.</summary>
    public static void Run(ReadOnlySpan<double> amounts, Span<double> results)
    {
        Arguments arguments = new() { Amounts = amounts, Results = results };
        LaneDispatch.Invoke<RootsAndDivisions, Arguments>(ref arguments);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Invoke<TLane>(ref Arguments arguments)
        where TLane : struct, ILane<TLane>
    {
        ref readonly double amounts = ref arguments.Amounts[0];
        ref double results = ref arguments.Results[0];
        TLane one = 1;
        for (int i = 0; i <= arguments.Amounts.Length - TLane.Count; i += TLane.Count)
        {
            TLane.Store(one / TLane.Sqrt(TLane.Load(in amounts, (nuint)i)), ref results, (nuint)i);
        }
    }

    internal ref struct Arguments
    {
        public ReadOnlySpan<double> Amounts;
        public Span<double> Results;
    }
}
