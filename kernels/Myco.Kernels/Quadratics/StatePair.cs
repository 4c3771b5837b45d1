using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The metric's numbers of one ordered pair and kind, from which any state's row is made in binary64.</summary>
internal readonly struct StatePair
{
    private readonly double _cross;
    private readonly double _leading;
    private readonly double _square;
    private readonly double _minor;
    private readonly double _sign;

    /// <summary>The pair k in, j out, from columns G_k and G_j and from D_jk.</summary>
    public StatePair(ReadOnlySpan<double> columnIn, ReadOnlySpan<double> columnOut, double minor, int k, int j, bool exactOut)
    {
        (Dimension, In, Out, ExactOut) = (columnIn.Length, k, j, exactOut);
        double metricIn = columnIn[k], metricOut = columnOut[j];
        _sign = exactOut ? -1 : 1;
        _cross = _sign * columnIn[j];
        (_leading, _square) = exactOut ? (metricIn, metricOut) : (metricOut, -metricIn);
        _minor = minor;
    }

    public int Dimension { get; }

    public int In { get; }

    public int Out { get; }

    public bool ExactOut { get; }

    /// <summary>The amount asked for, of states whose gradient component i begins at <paramref name="gradient"/>[8·i].</summary>
    /// <remarks>The asset solved for is j (exact in) or k (exact out); E = own·G_jk − other·leading.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Solve<TLane>(ref readonly double gradient, TLane given)
        where TLane : struct, ILane<TLane>
    {
        int ownAsset = ExactOut ? In : Out, otherAsset = ExactOut ? Out : In;
        TLane own = TLane.Load(in gradient, (nuint)ownAsset * StateStepLoop.GroupLength);
        TLane other = TLane.Load(in gradient, (nuint)otherAsset * StateStepLoop.GroupLength);
        TLane cross = TLane.Broadcast(_cross), leading = TLane.Broadcast(_leading), sign = TLane.Broadcast(_sign);

        // With the sign in the cross term, own·cross − sign·other·leading is E for exact in and −E for exact out: the row's.
        TLane mixed = TLane.FusedMultiplyAdd(own, cross, -(sign * other * leading));
        Columns<TLane> row;
        row.C0 = own;
        row.C1 = cross;
        row.C2 = -(other + other);
        row.C3 = TLane.Broadcast(_square);
        row.C4 = mixed + mixed;
        row.C5 = TLane.Broadcast(-_minor);
        row.C6 = leading;
        row.C7 = leading;
        return SwapQuadratic.Solve(in row, given);
    }
}
