using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The eight numbers, one cache line, from which <see cref="SwapQuadratic"/> prices any amount of one kind on one ordered pair.</summary>
/// <remarks>Exact in (k in, j out): own g_j, cross G_jk, linear −2g_k, square −G_kk, mixed 2E_jk, minor −D_jk, leading G_jj.
/// Exact out: own g_k, cross −G_jk, linear −2g_j, square G_jj, mixed −2E_kj, minor −D_jk, leading G_kk.
/// With E_jk = g_j·G_jk − g_k·G_jj and D_jk = G_jj·G_kk − G_jk². Source: spec 01-surface, sections 2 and 4.</remarks>
[StructLayout(LayoutKind.Sequential)]
public struct SwapRow
{
    /// <summary>The gradient component of the asset that is solved for.</summary>
    public double Own;

    /// <summary>What a unit of the given amount adds to it.</summary>
    public double Cross;

    /// <summary>The given amount's linear coefficient in the numerator.</summary>
    public double Linear;

    /// <summary>The given amount's quadratic coefficient in the numerator.</summary>
    public double Square;

    /// <summary>The given amount's linear coefficient in the discriminant.</summary>
    public double Mixed;

    /// <summary>The given amount's quadratic coefficient in the discriminant.</summary>
    public double Minor;

    /// <summary>The coefficient of the squared unknown.</summary>
    public double Leading;

    /// <summary>The amount up to which the row alone gives the answer; 0, or NaN, where it has not been found yet, so that no amount passes.</summary>
    public double Limit;

    /// <summary>The row of one pair's numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SwapRow From(in Columns<Lane1> columns) => new()
    {
        Own = columns.C0.Value,
        Cross = columns.C1.Value,
        Linear = columns.C2.Value,
        Square = columns.C3.Value,
        Mixed = columns.C4.Value,
        Minor = columns.C5.Value,
        Leading = columns.C6.Value,
        Limit = columns.C7.Value,
    };

    /// <summary>The row's numbers in every element: the columns of packs that all have this row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly Columns<TLane> Broadcast<TLane>()
        where TLane : struct, ILane<TLane> => new()
        {
            C0 = Own,
            C1 = Cross,
            C2 = Linear,
            C3 = Square,
            C4 = Mixed,
            C5 = Minor,
            C6 = Leading,
            C7 = Limit,
        };
}
