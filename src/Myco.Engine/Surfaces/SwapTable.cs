using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>The rows of every ordered pair and kind of one state; row ((kind·N) + in)·N + out, rows of an asset with itself empty.</summary>
/// <remarks>All but the limits is written when the state is made. A row's limit, up to which the row alone gives the answer, is
/// found when its pair is first quoted and is 0 until then, so that no amount passes it; writing it is one atomic store of
/// the same bits by whichever thread comes.</remarks>
internal sealed class SwapTable
{
    private readonly ExtendedState _extended;
    private readonly SwapRow[] _rows;
    private readonly double[] _first;
    private readonly double[] _last;
    private readonly int _dimension;

    public SwapTable(ExtendedState extended, SurfaceColumns surface, ReadOnlySpan<double> gradient)
    {
        _extended = extended;
        _dimension = gradient.Length;
        _rows = new SwapRow[2 * _dimension * _dimension];
        _first = new double[_rows.Length];
        _last = new double[_rows.Length];
        for (int a = 0; a < _dimension; a++)
        {
            for (int b = 0; b < _dimension; b++)
            {
                if (a != b)
                {
                    // E_ab serves the pair in both directions: exact in pays b for a, exact out pays a for b.
                    double mixed = extended.Mixed(a, b);
                    _rows[Index(SwapKind.ExactIn, b, a)] = Row(surface, SwapKind.ExactIn, b, a, gradient[a], gradient[b], mixed);
                    _rows[Index(SwapKind.ExactOut, a, b)] = Row(surface, SwapKind.ExactOut, a, b, gradient[a], gradient[b], mixed);
                }
            }
        }
    }

    /// <summary>The rows themselves: whoever holds them reads only.</summary>
    public SwapRow[] Rows => _rows;

    public int Index(SwapKind kind, int assetIn, int assetOut) => Index(_dimension, kind, assetIn, assetOut);

    /// <summary>The row of a pair and kind in the table of that many assets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Index(int dimension, SwapKind kind, int assetIn, int assetOut) =>
        ((((int)kind * dimension) + assetIn) * dimension) + assetOut;

    /// <summary>The amount up to which every amount is feasible; found now if this is the pair's first quote.</summary>
    public double FirstLimit(SwapKind kind, int assetIn, int assetOut)
    {
        int index = Index(kind, assetIn, assetOut);
        if (Volatile.Read(ref _last[index]) == 0)
        {
            Find(assetIn, assetOut);
        }

        return Volatile.Read(ref _first[index]);
    }

    /// <summary>The amount beyond which none is feasible.</summary>
    public double LastLimit(SwapKind kind, int assetIn, int assetOut)
    {
        FirstLimit(kind, assetIn, assetOut);
        double last = Volatile.Read(ref _last[Index(kind, assetIn, assetOut)]);
        return last == double.Epsilon ? 0 : last;
    }

    private void Find(int assetIn, int assetOut)
    {
        SwapReach.Reach reach = _extended.FindReach(assetIn, assetOut);
        int forward = Index(SwapKind.ExactIn, assetIn, assetOut);
        int backward = Index(SwapKind.ExactOut, assetIn, assetOut);
        Volatile.Write(ref _rows[forward].Limit, Math.Min(reach.FirstIn, reach.PlainIn));
        Volatile.Write(ref _rows[backward].Limit, Math.Min(reach.FirstOut, reach.PlainOut));
        Volatile.Write(ref _first[forward], reach.FirstIn);
        Volatile.Write(ref _first[backward], reach.FirstOut);

        // Written last, and never 0: it says that the limits are there.
        Volatile.Write(ref _last[forward], Math.Max(reach.LastIn, double.Epsilon));
        Volatile.Write(ref _last[backward], Math.Max(reach.LastOut, double.Epsilon));
    }

    /// <summary>The row of one kind of swap on one ordered pair, without its limit, from the gradients of the asset solved for and of the other one, and
    /// from E of these two, in this order.</summary>
    public static SwapRow Row(SurfaceColumns surface, SwapKind kind, int assetIn, int assetOut, double own, double other, double mixed)
    {
        Columns<Lane1> columns = surface.Pair(kind, assetIn, assetOut).Row(own, other, kind == SwapKind.ExactIn ? mixed : -mixed);
        return SwapRow.From(in columns);
    }
}
