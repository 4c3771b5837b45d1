using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>y = S·x for a symmetric S with both triangles stored.</summary>
/// <remarks>Shapes: S is n × n, x and y have n elements; n may be 0. Symmetry is not checked: the rows are read as columns, so what
/// is computed is Sᵀ·x, with a whole pack of y at a time and no sum across a pack. Aliasing: y may share no memory with S or x.
/// Rounding: yᵢ is the sum over even p plus the sum over odd p of S_pi·x_p, each by fused multiply-adds in ascending order, on
/// every width; error at most (n/2 + 1)·2⁻⁵³·Σ|S_pi·x_p|. NaN and infinities follow IEEE 754.</remarks>
public static class SymmetricMatrixVector
{
    /// <summary>Writes S·x to y.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, a length differs, or y overlaps S or x.</exception>
    public static void Multiply(in ReadOnlyMatrixView symmetric, ReadOnlySpan<double> x, Span<double> y)
    {
        MatrixGuard.RequireSquare(symmetric, nameof(symmetric));
        SpanGuard.RequireLength(x.Length, symmetric.Columns, nameof(x));
        SpanGuard.RequireLength(y.Length, symmetric.Rows, nameof(y));
        SpanGuard.RequireApart(symmetric.Values, y, nameof(symmetric));
        SpanGuard.RequireApart(x, y, nameof(x));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.Symmetric = ref MemoryMarshal.GetReference(symmetric.Values);
        arguments.Stride = (nuint)symmetric.Stride;
        arguments.X = x;
        arguments.Y = y;
        LaneDispatch.Invoke<Packs, Arguments>(ref arguments);
    }

    private ref struct Arguments
    {
        public ref double Symmetric;
        public nuint Stride;
        public ReadOnlySpan<double> X;
        public Span<double> Y;
    }

    private readonly struct Packs : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double s = ref arguments.Symmetric;
            ref double x = ref MemoryMarshal.GetReference(arguments.X);
            ref double y = ref MemoryMarshal.GetReference(arguments.Y);
            nuint stride = arguments.Stride;
            nuint n = (nuint)arguments.X.Length;
            nuint width = (nuint)TLane.Count;
            nuint i = 0;
            for (; i + (4 * width) <= n; i += 4 * width)
            {
                FourPacks<TLane>(ref Unsafe.Add(ref s, i), stride, in x, n, ref Unsafe.Add(ref y, i));
            }

            for (; i < n; i += width)
            {
                OnePack<TLane>(ref Unsafe.Add(ref s, i), stride, in x, n, ref Unsafe.Add(ref y, i), (int)nuint.Min(n - i, width));
            }
        }

        // Eight independent chains: as many as two multiply-add units of latency 4 can work on.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void FourPacks<TLane>(ref double s, nuint stride, ref readonly double x, nuint n, ref double y)
            where TLane : struct, ILane<TLane>
        {
            nuint width = (nuint)TLane.Count;
            TLane e0 = 0, e1 = e0, e2 = e0, e3 = e0, o0 = e0, o1 = e0, o2 = e0, o3 = e0;
            nuint p = 0;
            for (; p + 2 <= n; p += 2)
            {
                TLane even = Unsafe.Add(ref Unsafe.AsRef(in x), p);
                TLane.AddProduct(ref e0, even, in s, 0);
                TLane.AddProduct(ref e1, even, in s, width);
                TLane.AddProduct(ref e2, even, in s, 2 * width);
                TLane.AddProduct(ref e3, even, in s, 3 * width);
                s = ref Unsafe.Add(ref s, stride);
                TLane odd = Unsafe.Add(ref Unsafe.AsRef(in x), p + 1);
                TLane.AddProduct(ref o0, odd, in s, 0);
                TLane.AddProduct(ref o1, odd, in s, width);
                TLane.AddProduct(ref o2, odd, in s, 2 * width);
                TLane.AddProduct(ref o3, odd, in s, 3 * width);
                s = ref Unsafe.Add(ref s, stride);
            }

            if (p < n)
            {
                TLane even = Unsafe.Add(ref Unsafe.AsRef(in x), p);
                TLane.AddProduct(ref e0, even, in s, 0);
                TLane.AddProduct(ref e1, even, in s, width);
                TLane.AddProduct(ref e2, even, in s, 2 * width);
                TLane.AddProduct(ref e3, even, in s, 3 * width);
            }

            TLane.Store(e0 + o0, ref y, 0);
            TLane.Store(e1 + o1, ref y, width);
            TLane.Store(e2 + o2, ref y, 2 * width);
            TLane.Store(e3 + o3, ref y, 3 * width);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void OnePack<TLane>(ref double s, nuint stride, ref readonly double x, nuint n, ref double y, int part)
            where TLane : struct, ILane<TLane>
        {
            TLane e = 0, o = e;
            nuint p = 0;
            for (; p + 2 <= n; p += 2)
            {
                TLane.AddProduct(ref e, Unsafe.Add(ref Unsafe.AsRef(in x), p), Pack<TLane>(in s, part));
                s = ref Unsafe.Add(ref s, stride);
                TLane.AddProduct(ref o, Unsafe.Add(ref Unsafe.AsRef(in x), p + 1), Pack<TLane>(in s, part));
                s = ref Unsafe.Add(ref s, stride);
            }

            if (p < n)
            {
                TLane.AddProduct(ref e, Unsafe.Add(ref Unsafe.AsRef(in x), p), Pack<TLane>(in s, part));
            }

            TLane.StorePart(e + o, ref y, 0, part);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Pack<TLane>(ref readonly double s, int part)
            where TLane : struct, ILane<TLane> =>
            part == TLane.Count ? TLane.Load(in s, 0) : TLane.LoadPart(in s, 0, part);
    }
}
