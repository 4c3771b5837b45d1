using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The two columns of the metric by which a swap moves the gradient: g_i + x·G_ik − y·G_ij.</summary>
internal readonly ref struct StateColumns
{
    private readonly ref readonly double _columnIn;
    private readonly ref readonly double _columnOut;

    public StateColumns(ReadOnlySpan<double> columnIn, ReadOnlySpan<double> columnOut)
    {
        _columnIn = ref MemoryMarshal.GetReference(columnIn);
        _columnOut = ref MemoryMarshal.GetReference(columnOut);
        Dimension = (nuint)columnIn.Length;
    }

    public nuint Dimension { get; }

    /// <summary>Component i of a pack of states whose gradients begin at <paramref name="g"/>, after x paid in and −minusReceived paid out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Moved<TLane>(ref readonly double g, nuint i, TLane paid, TLane minusReceived)
        where TLane : struct, ILane<TLane>
    {
        TLane kept = TLane.MultiplyAdd(Broadcast<TLane>(in _columnIn, i), paid, TLane.Load(in g, i * StateStepLoop.GroupLength));
        return TLane.MultiplyAdd(Broadcast<TLane>(in _columnOut, i), minusReceived, kept);
    }

    /// <summary>The pack after the one at <paramref name="g"/>, of which the first state is <paramref name="next"/>: in the same group or the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double Next<TLane>(ref double g, nuint next)
        where TLane : struct, ILane<TLane>
    {
        bool nextGroup = TLane.Count == StateStepLoop.GroupLength || next % StateStepLoop.GroupLength == 0;
        nuint groupLeft = nextGroup ? ((2 * Dimension) - 1) * StateStepLoop.GroupLength : 0;
        return ref Unsafe.Add(ref g, groupLeft + (nuint)TLane.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Broadcast<TLane>(ref readonly double column, nuint i)
        where TLane : struct, ILane<TLane> => Unsafe.Add(ref Unsafe.AsRef(in column), i);
}
