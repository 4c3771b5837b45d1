using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The rows of one pair on a pack of states: what the metric gives to them, in every element, and the state the rest.</summary>
/// <typeparam name="TLane">The width.</typeparam>
internal readonly struct StateRows<TLane>
    where TLane : struct, ILane<TLane>
{
    private readonly PairMetric<TLane> _metric;
    private readonly nuint _ownRow;
    private readonly nuint _otherRow;

    /// <summary>The metric's part of the rows of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateRows(in StatePair pair)
    {
        _metric = new(pair.MetricIn, pair.MetricOut, pair.Cross, pair.Minor, pair.ExactOut);
        (_ownRow, _otherRow) = pair.ExactOut ? (pair.RowIn, pair.RowOut) : (pair.RowOut, pair.RowIn);
    }

    /// <summary>The asked amounts of the states whose gradients begin at <paramref name="g"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Solve(ref readonly double g, TLane amount)
    {
        TLane own = TLane.Load(in g, _ownRow), other = TLane.Load(in g, _otherRow);
        Columns<TLane> row = _metric.Row(own, other, _metric.Mixed(own, other));
        return SwapQuadratic.Solve(in row, amount);
    }
}
