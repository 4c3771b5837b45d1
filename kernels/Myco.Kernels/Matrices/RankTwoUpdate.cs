using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    public static void Apply(double a, ReadOnlySpan<double> columnK, double b, ReadOnlySpan<double> columnJ, Span<double> g)
    {
        SpanGuard.RequireLength(columnK.Length, g.Length, nameof(columnK));
        SpanGuard.RequireLength(columnJ.Length, g.Length, nameof(columnJ));
        SpanGuard.RequireSameOrApart(columnK, g, nameof(columnK));
        SpanGuard.RequireSameOrApart(columnJ, g, nameof(columnJ));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.ColumnK = ref MemoryMarshal.GetReference(columnK);
        arguments.ColumnJ = ref MemoryMarshal.GetReference(columnJ);
        arguments.G = ref MemoryMarshal.GetReference(g);
        arguments.Length = (nuint)g.Length;
        arguments.A = a;
        arguments.B = b;
        LaneDispatch.Invoke<Packs, Arguments>(ref arguments);
    }

    /// <summary>The same for columns <paramref name="k"/> and <paramref name="j"/> of a symmetric matrix with both triangles stored,
    /// which are read as rows.</summary>
    /// <exception cref="ArgumentException">The matrix is not g.Length by g.Length, or g overlaps one of the rows from another start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the matrix.</exception>
    public static void Apply(in ReadOnlyMatrixView symmetric, double a, int k, double b, int j, Span<double> g)
    {
        MatrixGuard.RequireShape(in symmetric, g.Length, g.Length, nameof(symmetric));
        Apply(a, symmetric.Row(k), b, symmetric.Row(j), g);
    }

    private ref struct Arguments
    {
        public ref double ColumnK;
        public ref double ColumnJ;
        public ref double G;
        public nuint Length;
        public double A;
        public double B;
    }

    // Not a MapLoop3: at N = 8 that spends more on a loop unrolled four times, and on spans, than on the update itself.
    private readonly struct Packs : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double columnK = ref arguments.ColumnK;
            ref double columnJ = ref arguments.ColumnJ;
            ref double g = ref arguments.G;
            TLane a = arguments.A, b = arguments.B;
            nuint length = arguments.Length;
            nuint width = (nuint)TLane.Count;
            nuint i = 0;
            for (; i + width <= length; i += width)
            {
                TLane updated = TLane.Load(in g, i);
                TLane.AddProduct(ref updated, a, in columnK, i);
                TLane.AddProduct(ref updated, b, in columnJ, i);
                TLane.Store(updated, ref g, i);
            }

            if (i < length)
            {
                int rest = (int)(length - i);
                TLane updated = TLane.LoadPart(in g, i, rest);
                TLane.AddProduct(ref updated, a, TLane.LoadPart(in columnK, i, rest));
                TLane.AddProduct(ref updated, b, TLane.LoadPart(in columnJ, i, rest));
                TLane.StorePart(updated, ref g, i, rest);
            }
        }
    }
}
