using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The rows of one pair on a pack of states: what the metric gives to them, in every element, and the state the rest.</summary>
/// <typeparam name="TLane">The width.</typeparam>
internal readonly struct StateRows<TLane>
    where TLane : struct, ILane<TLane>
{
    private readonly TLane _cross;
    private readonly TLane _leading;
    private readonly TLane _square;
    private readonly TLane _minor;
    private readonly TLane _turn;
    private readonly TLane _minusTwo;
    private readonly nuint _ownRow;
    private readonly nuint _otherRow;

    /// <summary>The metric's part of the rows of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateRows(in StatePair pair)
    {
        (_cross, _leading, _square) = (pair.Cross, pair.Leading, pair.Square);
        (_minor, _turn, _minusTwo) = (pair.Minor, pair.Turn, -2);
        (_ownRow, _otherRow) = pair.ExactOut ? (pair.RowIn, pair.RowOut) : (pair.RowOut, pair.RowIn);
    }

    /// <summary>The asked amounts of the states whose gradients begin at <paramref name="g"/>.</summary>
    /// <remarks>The asset solved for, own, is j for exact in and k for exact out.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Solve(ref readonly double g, TLane amount)
    {
        TLane own = TLane.Load(in g, _ownRow), other = TLane.Load(in g, _otherRow);
        TLane mixed = TLane.MultiplyAdd(own, _cross, other * _turn);
        Columns<TLane> row;
        row.C0 = own;
        row.C1 = _cross;
        row.C2 = other * _minusTwo;
        row.C3 = _square;
        row.C4 = mixed + mixed;
        row.C5 = _minor;
        row.C6 = _leading;
        row.C7 = _leading;
        return SwapQuadratic.Solve(in row, amount);
    }
}
