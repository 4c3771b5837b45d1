using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>gᵢ ← gᵢ + a·Sᵢₖ + b·Sᵢⱼ: what a swap of assets k and j does to the gradient, two columns of a symmetric matrix.</summary>
/// <remarks>Shapes: all of one length, which may be 0. Aliasing: g may be a column; a partial overlap is refused. Rounding: two
/// fused multiply-adds per element, column k first. NaN and infinities follow IEEE 754. Source: spec 01-surface, sections 2 and 4.</remarks>
public static class RankTwoUpdate
{
    /// <summary>Adds a·<paramref name="columnK"/> + b·<paramref name="columnJ"/> to g.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or g overlaps a column from another start.</exception>
    public static void Apply(double a, ReadOnlySpan<double> columnK, double b, ReadOnlySpan<double> columnJ, Span<double> g) =>
        MapLoop3.Run(new Formula(a, b), columnK, columnJ, g, g);

    /// <summary>The same for columns <paramref name="k"/> and <paramref name="j"/> of a symmetric matrix with both triangles stored,
    /// which are read as rows.</summary>
    /// <exception cref="ArgumentException">The matrix is not g.Length by g.Length, or g overlaps it other than as one of the two rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the matrix.</exception>
    public static void Apply(ReadOnlyMatrixView symmetric, double a, int k, double b, int j, Span<double> g)
    {
        MatrixGuard.RequireShape(symmetric, g.Length, g.Length, nameof(symmetric));
        Apply(a, symmetric.Row(k), b, symmetric.Row(j), g);
    }

    private readonly struct Formula(double a, double b) : IMap3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane columnK, TLane columnJ, TLane g)
            where TLane : struct, ILane<TLane> =>
            TLane.FusedMultiplyAdd(TLane.Broadcast(b), columnJ, TLane.FusedMultiplyAdd(TLane.Broadcast(a), columnK, g));
    }
}
