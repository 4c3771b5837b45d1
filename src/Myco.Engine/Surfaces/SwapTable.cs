using System.Runtime.CompilerServices;
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
                    _rows[Index(SwapKind.ExactIn, b, a)] = ExactIn(surface, gradient[b], gradient[a], mixed, b, a);
                    _rows[Index(SwapKind.ExactOut, a, b)] = ExactOut(surface, gradient[a], gradient[b], mixed, a, b);
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

    /// <summary>The row of an exact-in swap of k in, j out, with E = E_jk; without its limit.</summary>
    public static SwapRow ExactIn(SurfaceColumns surface, double gradientIn, double gradientOut, double mixed, int k, int j) => new()
    {
        Own = gradientOut,
        Cross = surface.Metric(j, k),
        Linear = -2 * gradientIn,
        Square = -surface.Metric(k, k),
        Mixed = 2 * mixed,
        Minor = -surface.Minor(j, k),
        Leading = surface.Metric(j, j),
    };

    /// <summary>The row of an exact-out swap of k in, j out, with E = E_kj; without its limit.</summary>
    public static SwapRow ExactOut(SurfaceColumns surface, double gradientIn, double gradientOut, double mixed, int k, int j) => new()
    {
        Own = gradientIn,
        Cross = -surface.Metric(j, k),
        Linear = -2 * gradientOut,
        Square = surface.Metric(j, j),
        Mixed = -2 * mixed,
        Minor = -surface.Minor(j, k),
        Leading = surface.Metric(k, k),
    };
}
