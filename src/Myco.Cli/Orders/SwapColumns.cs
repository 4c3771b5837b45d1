using Myco.Engine;
using Myco.Engine.Batch;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Orders;

/// <summary>The swaps of a block as columns, the shape that the batch evaluator takes; grown once and used again.</summary>
internal sealed class SwapColumns
{
    private SwapKind[] _kinds = [];
    private int[] _assetsIn = [];
    private int[] _assetsOut = [];
    private double[] _amounts = [];
    private double[] _results = [];
    private QuoteStatus[] _statuses = [];
    private int _count;

    /// <summary>The result of the swap that was added as so many-th.</summary>
    public Quote this[int index] => new(_results[index], _statuses[index]);

    /// <summary>Empties the columns and makes room.</summary>
    public void Clear(int capacity)
    {
        _count = 0;
        if (_kinds.Length < capacity)
        {
            (_kinds, _assetsIn, _assetsOut) = (new SwapKind[capacity], new int[capacity], new int[capacity]);
            (_amounts, _results, _statuses) = (new double[capacity], new double[capacity], new QuoteStatus[capacity]);
        }
    }

    /// <summary>Adds a swap by its amount in surface units.</summary>
    public void Add(in Order order, double amount)
    {
        _kinds[_count] = order.Kind == OrderKind.ExactIn ? SwapKind.ExactIn : SwapKind.ExactOut;
        (_assetsIn[_count], _assetsOut[_count], _amounts[_count]) = (order.AssetIn, order.AssetOut, amount);
        _count++;
    }

    /// <summary>Prices them all; on one thread, since the blocks already share out the threads.</summary>
    public void Quote(EllipsoidState state, double fee) => SwapBatch.Quote(
        state, _kinds.AsSpan(0, _count), _assetsIn.AsSpan(0, _count), _assetsOut.AsSpan(0, _count),
        _amounts.AsSpan(0, _count), fee, _results.AsSpan(0, _count), _statuses.AsSpan(0, _count));
}
