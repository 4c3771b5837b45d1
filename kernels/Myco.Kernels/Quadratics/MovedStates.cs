using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>A pack of states after a swap of x in and y out, not yet stored: g_i + x·G_ik − y·G_ij.</summary>
/// <remarks>The first four and the last four components wait in registers, so that those of up to eight assets are computed
/// once; any between are computed again when they are stored.</remarks>
/// <typeparam name="TLane">The width.</typeparam>
internal readonly struct MovedStates<TLane>
    where TLane : struct, ILane<TLane>
{
    private const nuint Held = 4;

    private readonly TLane _paid;
    private readonly TLane _received;
    private readonly TLane _first0;
    private readonly TLane _first1;
    private readonly TLane _first2;
    private readonly TLane _first3;
    private readonly TLane _last0;
    private readonly TLane _last1;
    private readonly TLane _last2;
    private readonly TLane _last3;
    private readonly TLane _signs;

    /// <summary>Moves the gradients that begin at <paramref name="g"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MovedStates(in StateColumns columns, ref readonly double g, TLane paid, TLane received)
    {
        TLane minusReceived = -received;
        (_paid, _received) = (paid, received);
        nuint n = columns.Dimension;
        if (n < Held)
        {
            (_first0, _first1, _first2, _first3) = (paid, paid, paid, paid);
            (_last0, _last1, _last2, _last3) = (paid, paid, paid, paid);
            _signs = -1;
            for (nuint i = 0; i < n; i++)
            {
                _signs &= columns.Moved(in g, i, paid, minusReceived);
            }

            return;
        }

        // The and of negative numbers is negative: one operation each, where a comparison takes three.
        _first0 = columns.Moved(in g, 0, paid, minusReceived);
        _first1 = columns.Moved(in g, 1, paid, minusReceived);
        _first2 = columns.Moved(in g, 2, paid, minusReceived);
        _first3 = columns.Moved(in g, 3, paid, minusReceived);
        _signs = _first0 & _first1 & (_first2 & _first3);
        if (n == Held)
        {
            (_last0, _last1, _last2, _last3) = (_first0, _first1, _first2, _first3);
            return;
        }

        _last0 = columns.Moved(in g, n - 4, paid, minusReceived);
        _last1 = columns.Moved(in g, n - 3, paid, minusReceived);
        _last2 = columns.Moved(in g, n - 2, paid, minusReceived);
        _last3 = columns.Moved(in g, n - 1, paid, minusReceived);
        _signs &= _last0 & _last1 & (_last2 & _last3);
        for (nuint i = Held; i + Held < n; i++)
        {
            _signs &= columns.Moved(in g, i, paid, minusReceived);
        }
    }

    /// <summary>Whether every state can pay y, of which it has <paramref name="available"/>, and keeps all its prices above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AllFeasible(TLane available)
    {
        TLane zero = 0;
        TLane good = TLane.LessThan(zero, _paid) & TLane.LessThan(zero, _received) & TLane.LessThanOrEqual(_received, available) & _signs;
        return TLane.Bits(good) == (1U << TLane.Count) - 1;
    }

    /// <summary>The mask of the states for which that holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Feasible(in StateColumns columns, ref readonly double g, TLane available)
    {
        TLane zero = 0, minusReceived = -_received;
        TLane feasible = TLane.LessThan(zero, _paid) & TLane.LessThan(zero, _received) & TLane.LessThanOrEqual(_received, available);
        for (nuint i = 0; i < columns.Dimension; i++)
        {
            feasible &= TLane.LessThan(columns.Moved(in g, i, _paid, minusReceived), zero);
        }

        return feasible;
    }

    /// <summary>Stores the gradients and the two balances that change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in StateColumns columns, ref double g, nuint balanceIn, nuint balanceOut)
    {
        nuint n = columns.Dimension, held = n < Held ? 0 : Held;
        TLane minusReceived = -_received;
        for (nuint i = held; i + held < n; i++)
        {
            TLane.Store(columns.Moved(in g, i, _paid, minusReceived), ref g, i * StateStepLoop.GroupLength);
        }

        if (n >= Held)
        {
            TLane.Store(_first0, ref g, 0);
            TLane.Store(_first1, ref g, 1 * StateStepLoop.GroupLength);
            TLane.Store(_first2, ref g, 2 * StateStepLoop.GroupLength);
            TLane.Store(_first3, ref g, 3 * StateStepLoop.GroupLength);
        }

        if (n > Held)
        {
            TLane.Store(_last0, ref g, (n - 4) * StateStepLoop.GroupLength);
            TLane.Store(_last1, ref g, (n - 3) * StateStepLoop.GroupLength);
            TLane.Store(_last2, ref g, (n - 2) * StateStepLoop.GroupLength);
            TLane.Store(_last3, ref g, (n - 1) * StateStepLoop.GroupLength);
        }

        TLane.Store(TLane.Load(in g, balanceIn) + _paid, ref g, balanceIn);
        TLane.Store(TLane.Load(in g, balanceOut) - _received, ref g, balanceOut);
    }
}
