using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The metric's numbers of one ordered pair and kind of swap, k in and j out: with two components of the gradient they are a row.</summary>
/// <remarks>For each kind as <see cref="SwapRow"/> says. Own is the gradient of the asset solved for, j for exact in and k for exact out, other that of
/// the asset whose amount is given; E = own·G_jk − other·leading enters with the sign + for exact in and − for exact out.
/// Source: spec 01-surface, sections 2 and 4.</remarks>
/// <typeparam name="TReal">The numbers, alone or in packs.</typeparam>
public readonly struct PairMetric<TReal>
    where TReal : struct, IReal<TReal>
{
    private readonly TReal _cross;
    private readonly TReal _square;
    private readonly TReal _minor;
    private readonly TReal _leading;
    private readonly TReal _turn;

    /// <summary>The numbers of G_kk, G_jj, G_jk and D_jk for one kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PairMetric(TReal metricIn, TReal metricOut, TReal cross, TReal minor, bool exactOut)
    {
        _cross = exactOut ? -cross : cross;
        _square = exactOut ? metricOut : -metricIn;
        _minor = -minor;
        _leading = exactOut ? metricIn : metricOut;
        _turn = exactOut ? metricIn : -metricOut;
    }

    /// <summary>±E, by one product and a multiply-add.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Mixed(TReal own, TReal other) => TReal.MultiplyAdd(own, _cross, other * _turn);

    /// <summary>The row, with a limit of 0; <paramref name="mixed"/> is ±E as <see cref="Mixed"/> or a better precision has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Columns<TReal> Row(TReal own, TReal other, TReal mixed) => new()
    {
        C0 = own,
        C1 = _cross,
        C2 = other * -2,
        C3 = _square,
        C4 = mixed + mixed,
        C5 = _minor,
        C6 = _leading,
    };
}
