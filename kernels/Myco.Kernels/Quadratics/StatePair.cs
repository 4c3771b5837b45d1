using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>One ordered pair and kind of a surface: where a state's numbers of it are, and the metric's numbers that its row is made of.</summary>
internal readonly struct StatePair
{
    /// <summary>The pair k in, j out, from columns G_k and G_j and from D_jk.</summary>
    public StatePair(ReadOnlySpan<double> columnIn, ReadOnlySpan<double> columnOut, double minor, int k, int j, bool exactOut)
    {
        (Dimension, ExactOut) = (columnIn.Length, exactOut);
        (RowIn, RowOut) = ((nuint)k * StateStepLoop.GroupLength, (nuint)j * StateStepLoop.GroupLength);
        double metricIn = columnIn[k], metricOut = columnOut[j];
        (Cross, Leading, Square) = exactOut ? (-columnIn[j], metricIn, metricOut) : (columnIn[j], metricOut, -metricIn);
        Turn = exactOut ? Leading : -Leading;
        Minor = -minor;
    }

    public int Dimension { get; }

    public bool ExactOut { get; }

    /// <summary>Where, in a group, the asset paid in begins.</summary>
    public nuint RowIn { get; }

    /// <summary>Where, in a group, the asset paid out begins.</summary>
    public nuint RowOut { get; }

    public double Cross { get; }

    public double Leading { get; }

    public double Square { get; }

    public double Minor { get; }

    /// <summary>The leading coefficient with the sign that makes own·cross + other·turn E for exact in and −E for exact out: the row's.</summary>
    public double Turn { get; }

    /// <summary>The asked amounts of states[start…end), to <paramref name="asked"/>[0…].</summary>
    /// <remarks>The asset solved for, own, is j for exact in and k for exact out.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Solve<TLane>(ref readonly double states, ref readonly double amounts, nuint start, nuint end, ref double asked)
        where TLane : struct, ILane<TLane>
    {
        TLane cross = TLane.Broadcast(Cross), leading = TLane.Broadcast(Leading), square = TLane.Broadcast(Square);
        TLane minor = TLane.Broadcast(Minor), turn = TLane.Broadcast(Turn), minusTwo = TLane.Broadcast(-2);
        nuint ownRow = ExactOut ? RowIn : RowOut, otherRow = ExactOut ? RowOut : RowIn, dimension = (nuint)Dimension;
        for (nuint state = start; state < end; state += (nuint)TLane.Count)
        {
            nuint place = Place(state, dimension);
            TLane own = TLane.Load(in states, place + ownRow), other = TLane.Load(in states, place + otherRow);
            TLane mixed = TLane.FusedMultiplyAdd(own, cross, other * turn);
            Columns<TLane> row;
            row.C0 = own;
            row.C1 = cross;
            row.C2 = other * minusTwo;
            row.C3 = square;
            row.C4 = mixed + mixed;
            row.C5 = minor;
            row.C6 = leading;
            row.C7 = leading;
            TLane.Store(SwapQuadratic.Solve(in row, TLane.Load(in amounts, state)), ref asked, state - start);
        }
    }

    /// <summary>Where a state's first gradient component is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Place(nuint state, nuint dimension) =>
        (state / StateStepLoop.GroupLength * StateStepLoop.GroupLength * 2 * dimension) + (state % StateStepLoop.GroupLength);
}
