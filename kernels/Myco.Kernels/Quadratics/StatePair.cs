using System.Runtime.CompilerServices;

namespace Myco.Kernels.Quadratics;

/// <summary>One ordered pair and kind of a surface: where a state's numbers of it are, and the metric's numbers that its row is made of.</summary>
internal readonly struct StatePair
{
    /// <summary>The pair k in, j out, from columns G_k and G_j and from D_jk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StatePair(ReadOnlySpan<double> columnIn, ReadOnlySpan<double> columnOut, double minor, int k, int j, bool exactOut)
    {
        (Dimension, ExactOut, Minor) = (columnIn.Length, exactOut, minor);
        (RowIn, RowOut) = ((nuint)k * StateStepLoop.GroupLength, (nuint)j * StateStepLoop.GroupLength);
        (MetricIn, MetricOut, Cross) = (columnIn[k], columnOut[j], columnIn[j]);
    }

    public int Dimension { get; }

    public bool ExactOut { get; }

    /// <summary>Where, in a group, the asset paid in begins.</summary>
    public nuint RowIn { get; }

    /// <summary>Where, in a group, the asset paid out begins.</summary>
    public nuint RowOut { get; }

    /// <summary>Where, in a group, the balance of the asset paid in begins.</summary>
    public nuint BalanceIn => RowIn + ((nuint)Dimension * StateStepLoop.GroupLength);

    /// <summary>Where, in a group, the balance of the asset paid out begins.</summary>
    public nuint BalanceOut => RowOut + ((nuint)Dimension * StateStepLoop.GroupLength);

    /// <summary>G_kk.</summary>
    public double MetricIn { get; }

    /// <summary>G_jj.</summary>
    public double MetricOut { get; }

    /// <summary>G_jk.</summary>
    public double Cross { get; }

    /// <summary>D_jk.</summary>
    public double Minor { get; }
}
