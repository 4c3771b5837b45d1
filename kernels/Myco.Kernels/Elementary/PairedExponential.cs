using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>eˣ for x in two parts, the second less than a unit of the first's last place.</summary>
/// <remarks>As <see cref="Exponential"/>, but that 1 + r is summed with its error, which leaves 0.15 ulp besides the last rounding, and that the series, of
/// the first part alone, is taken by pairs of terms: a chain of sums would be what a power waits for. Source: Estrin 1960.</remarks>
internal static class PairedExponential
{
    // ln 2 = high + low; the high part has 42 bits, so that its product with k is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>eʳ with r = x + low − k·ln 2, and k as <see cref="BinaryExponent.Scale"/> takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Reduced<TLane>(TLane x, TLane low, out TLane shifted)
        where TLane : struct, ILane<TLane>
    {
        shifted = TLane.MultiplyAdd(x, Exponential.Log2E, BinaryExponent.Rounder);
        TLane k = shifted - BinaryExponent.Rounder;
        TLane head = TLane.MultiplyAdd(k, -Ln2High, x);
        TLane tail = TLane.MultiplyAdd(k, -Ln2Low, low);
        TLane square = head * head, fourth = square * square;
        TLane a0 = TLane.MultiplyAdd(head, 1.0 / 6, 0.5);
        TLane a1 = TLane.MultiplyAdd(head, 1.0 / 120, 1.0 / 24);
        TLane a2 = TLane.MultiplyAdd(head, 1.0 / 5040, 1.0 / 720);
        TLane a3 = TLane.MultiplyAdd(head, 1.0 / 362880, 1.0 / 40320);
        TLane a4 = TLane.MultiplyAdd(head, 1.0 / 39916800, 1.0 / 3628800);
        TLane a5 = TLane.MultiplyAdd(head, 1.0 / 6227020800, 1.0 / 479001600);
        TLane b0 = TLane.MultiplyAdd(a1, square, a0);
        TLane b1 = TLane.MultiplyAdd(a3, square, a2);
        TLane b2 = TLane.MultiplyAdd(a5, square, a4);
        TLane curve = TLane.MultiplyAdd(TLane.MultiplyAdd(b2, fourth, b1), fourth, b0) * square;
        TLane one = 1 + head;
        return one + (1 - one + head + curve + TLane.MultiplyAdd(tail, head + curve, tail));
    }
}
