using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.Kernels.Matrices;

namespace Myco.Kernels.Rotations;

/// <summary>A plane rotation G(i, j, θ): the identity but for [i,i] = [j,j] = c, [i,j] = s, [j,i] = −s.</summary>
/// <remarks>Rounding: every element of a rotated pair by one product and one fused multiply-add, the same bits on every width.
/// NaN and infinities follow IEEE 754. Source: Golub and Van Loan, section 5.1.8; spec 01-surface, section 1.</remarks>
/// <param name="cosine">c = cos θ.</param>
/// <param name="sine">s = sin θ; c² + s² = 1 is not checked.</param>
public readonly struct GivensRotation(double cosine, double sine)
{
    // √(2⁻¹⁰²²) and √(2¹⁰²²/2): between them a² + b² neither underflows harmfully nor overflows (Anderson 2017).
    private const double LeastUnscaled = 1.4916681462400413e-154;
    private const double GreatestUnscaled = 4.7403759540545887e+153;

    /// <summary>c = cos θ.</summary>
    public double Cosine { get; } = cosine;

    /// <summary>s = sin θ.</summary>
    public double Sine { get; } = sine;

    /// <summary>G(i, j, −θ), the inverse.</summary>
    public GivensRotation Inverse => new(Cosine, -Sine);

    /// <summary>The rotation with c·a + s·b = r and −s·a + c·b = 0, with c ≥ 0 and r of a's sign; b = 0: c = 1, s = 0, r = a;
    /// else a = 0: c = 0, s = ±1 of b's sign, r = |b|.</summary>
    /// <remarks>Rounding: c, s and r within 3 ulp each while they are normal numbers; r overflows only when √(a² + b²) does. Scaled by a
    /// power of two, which is exact. An infinite or NaN a or b gives NaN, unless the other is 0. Source: Anderson 2017, Safe scaling in the level 1 BLAS, as LAPACK 3.10 dlartg.</remarks>
    public static GivensRotation Eliminate(double a, double b, out double r)
    {
        if (b == 0)
        {
            r = a;
            return new(1, 0);
        }

        if (a == 0)
        {
            r = Math.Abs(b);
            return new(0, Math.CopySign(1, b));
        }

        double least = Math.Min(Math.Abs(a), Math.Abs(b));
        double greatest = Math.Max(Math.Abs(a), Math.Abs(b));
        if (least > LeastUnscaled && greatest < GreatestUnscaled)
        {
            return Unscaled(a, b, out r);
        }

        int exponent = Math.Clamp(Math.ILogB(greatest), -1022, 1022);
        double scale = Math.ScaleB(1, -exponent);
        GivensRotation rotation = Unscaled(a * scale, b * scale, out r);
        r *= Math.ScaleB(1, exponent);
        return rotation;
    }

    /// <summary>(x, y) ← (c·x + s·y, c·y − s·x), element by element.</summary>
    /// <remarks>Shapes: both of one length, which may be 0. Aliasing: x and y may share no memory.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap.</exception>
    public void Apply(Span<double> x, Span<double> y)
    {
        SpanGuard.RequireLength(y.Length, x.Length, nameof(y));
        SpanGuard.RequireApart(x, y, nameof(x));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.Rotation = this;
        arguments.X = ref MemoryMarshal.GetReference(x);
        arguments.Y = ref MemoryMarshal.GetReference(y);
        arguments.Length = (nuint)x.Length;
        LaneDispatch.Invoke<Pairs, Arguments>(ref arguments);
    }

    /// <summary>M ← G(i, j, θ)·M: rows i and j change.</summary>
    /// <exception cref="ArgumentException">i is j, or the rows overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is outside the matrix.</exception>
    public void ApplyToRows(in MatrixView matrix, int i, int j)
    {
        RequireDifferent(i, j);
        Apply(matrix.Row(i), matrix.Row(j));
    }

    /// <summary>M ← M·G(i, j, θ): columns i and j change. One element at a time, as columns lie a stride apart.</summary>
    /// <exception cref="ArgumentException">i is j.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the matrix.</exception>
    public void ApplyToColumns(in MatrixView matrix, int i, int j)
    {
        RequireDifferent(i, j);
        for (int row = 0; row < matrix.Rows; row++)
        {
            ref double x = ref matrix[row, i];
            ref double y = ref matrix[row, j];
            double oldX = x;
            x = Math.FusedMultiplyAdd(-Sine, y, Cosine * oldX);
            y = Math.FusedMultiplyAdd(Sine, oldX, Cosine * y);
        }
    }

    private static GivensRotation Unscaled(double a, double b, out double r)
    {
        double length = Math.Sqrt(Math.FusedMultiplyAdd(a, a, b * b));
        r = Math.CopySign(length, a);
        return new(Math.Abs(a) / length, b / r);
    }

    private static void RequireDifferent(int i, int j)
    {
        if (i == j)
        {
            ThrowSame(i);
        }
    }

    [DoesNotReturn]
    private static void ThrowSame(int index) =>
        throw new ArgumentException($"i and j are both {index}; a rotation turns a plane of two different axes; pass two indices.");

    private ref struct Arguments
    {
        public GivensRotation Rotation;
        public ref double X;
        public ref double Y;
        public nuint Length;
    }

    private readonly struct Pairs : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double x = ref arguments.X;
            ref double y = ref arguments.Y;
            TLane cosine = arguments.Rotation.Cosine;
            TLane sine = arguments.Rotation.Sine;
            TLane minusSine = -sine;
            nuint length = arguments.Length;
            nuint width = (nuint)TLane.Count;
            nuint i = 0;
            for (; i + width <= length; i += width)
            {
                TLane oldX = TLane.Load(in x, i), oldY = TLane.Load(in y, i);
                TLane.Store(TLane.MultiplyAdd(sine, oldY, cosine * oldX), ref x, i);
                TLane.Store(TLane.MultiplyAdd(minusSine, oldX, cosine * oldY), ref y, i);
            }

            if (i < length)
            {
                int rest = (int)(length - i);
                TLane oldX = TLane.LoadPart(in x, i, rest), oldY = TLane.LoadPart(in y, i, rest);
                TLane.StorePart(TLane.MultiplyAdd(sine, oldY, cosine * oldX), ref x, i, rest);
                TLane.StorePart(TLane.MultiplyAdd(minusSine, oldX, cosine * oldY), ref y, i, rest);
            }
        }
    }
}
