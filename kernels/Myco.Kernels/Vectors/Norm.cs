using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Vectors;

/// <summary>The Euclidean norm √(Σ xᵢ²), without overflow or underflow on the way.</summary>
/// <remarks>Shapes: any length; 0 for no elements. Rounding: relative error at most (n/64 + 4)·2⁻⁵³ for a normal result, half an
/// ulp more for a subnormal one; the same bits on every width. Infinite only when the norm itself exceeds the range or an element is
/// infinite; NaN when any element is NaN, even beside an infinity. Source: scaling by a power of two, which is exact (Blue 1978).</remarks>
public static class Norm
{
    // Below this sum of squares the squares that underflow, each by 2⁻¹⁰⁷⁵ at most, could show: 2³¹ of them make 2⁻¹⁰⁴⁴.
    private const double LeastSafe = 1.1830521861667747e-271; // 2⁻⁹⁰⁰

    /// <summary>√(Σ xᵢ²).</summary>
    public static double Compute(ReadOnlySpan<double> x)
    {
        double squares = ReductionLoop1.Run(new ScaledSquares(1), x);
        return squares >= LeastSafe && squares <= double.MaxValue ? Math.Sqrt(squares) : Rescaled(x);
    }

    private static double Rescaled(ReadOnlySpan<double> x)
    {
        double greatest = ReductionLoop1.Run(default(Magnitude), x);
        if (greatest == 0 || !double.IsFinite(greatest))
        {
            return greatest;
        }

        // Both 2^±1022 are normal numbers, so the scale and its inverse are exact; the greatest element then lies in 2⁻⁵²…2².
        int exponent = Math.Clamp(Math.ILogB(greatest), -1022, 1022);
        double squares = ReductionLoop1.Run(new ScaledSquares(Math.ScaleB(1, -exponent)), x);
        return Math.Sqrt(squares) * Math.ScaleB(1, exponent);
    }

    private readonly struct ScaledSquares(double scale) : IReduction1
    {
        public double Identity => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane>
        {
            TLane scaled = x * scale;
            TLane.AddProduct(ref accumulator, scaled, scaled);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => first + second;
    }

    private readonly struct Magnitude : IReduction1
    {
        public double Identity => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator = TLane.Max(accumulator, TLane.Abs(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => TLane.Max(first, second);
    }
}
