using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Roots of h·y² + 2b·y − c·q = 0 and h·d² − 2b·d + c·w = 0 on the pool's side, without cancellation.</summary>
/// <remarks>h·c is rounded at 2^count, q or w at the matching scale, and whichever way makes the root smaller (larger, for amounts in).
/// <see cref="Revert.TradeLimit"/> where no root is real, <see cref="Revert.AmountOverflow"/> where a quotient does not fit.
/// Source: spec/06-exact-ellipsoid.md §2, §3.</remarks>
internal static class ExactEllipsoidQuadratic
{
    /// <summary>The larger root of h·y² + 2b·y − c·q = 0 from below, times <paramref name="quotientScale"/> for b ≥ 0.</summary>
    /// <param name="b">Half the linear coefficient, from above.</param>
    /// <param name="change">c, what comes in or how far R falls.</param>
    /// <param name="q">Its factor, from below.</param>
    /// <param name="curvature">h &gt; 0.</param>
    /// <param name="scale">Where h·c is cut.</param>
    /// <param name="quotientScale">0, or k where c is at the scale of t: bits of the quotient below a unit.</param>
    /// <param name="k">The scale of b.</param>
    /// <param name="fault">The refusal.</param>
    public static UInt256 LargerDown(
        in Int256 b, in UInt256 change, in Int256 q, in Int256 curvature, RootScale scale, int quotientScale, int k, ref Fault fault)
    {
        if (b.IsNegative)
        {
            return LargerDownOfNegative(b, change, q, curvature, scale, k, ref fault);
        }

        if (!q.IsPositive)
        {
            fault.Raise(Revert.TradeLimit);
            return default;
        }

        UInt256 scaled = ShiftedProduct.Up(curvature, change, scale.Product).Bits.ByLimbs();
        if (quotientScale == 0 && scale.Shift == 0 && change.FitsUInt128
            && QuadraticQuotient.TryOfSum(b.Bits, scaled, q.Bits, change.Low, out UInt128 leading))
        {
            return leading;
        }

        UInt512 square = UInt512.Product(b.Bits, b.Bits);
        UInt512 more = UInt512.Product(scaled, scale.Up(q.Bits));
        UInt256 root = SquareRoot.Floor(UInt512.WrappingAdd(square, more, out _));
        UInt256 divisor = UInt256.WrappingAdd(UInt256.WrappingAdd(b.Bits, root), UInt256.One);
        UInt256 quotient = Down(change, q.Bits, divisor, ref fault);
        return quotientScale == 0 ? quotient : quotient >> quotientScale;
    }

    /// <summary>The smaller root of h·d² − 2b·d + c·w = 0 from above, times 2^quotientScale; b &gt; 0, w &gt; 0.</summary>
    public static UInt256 SmallerUp(
        in UInt256 b, in UInt256 change, in UInt256 w, in Int256 curvature, RootScale scale, ref Fault fault)
    {
        UInt256 scaled = ShiftedProduct.Up(curvature, change, scale.Product).Bits.ByLimbs();
        if (scale.Shift == 0 && change.FitsUInt128 && QuadraticQuotient.TryOfDifference(b, scaled, w, change.Low, out UInt128 leading))
        {
            return leading + UInt128.One;
        }

        UInt512 square = UInt512.Product(b, b);
        UInt512 less = UInt512.Product(scaled, scale.Up(w));
        UInt512 discriminant = UInt512.WrappingSubtract(square, less, out bool negative);
        if (negative)
        {
            fault.Raise(Revert.TradeLimit);
            return default;
        }

        return Up(change, w, UInt256.WrappingAdd(b, SquareRoot.Floor(discriminant)), ref fault);
    }

    /// <summary>⌊left·right/divisor⌋.</summary>
    public static UInt256 Down(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault)
    {
        Fault overflow = default;
        UInt256 quotient = MultiplyDivide.Down(left, right, divisor, ref overflow);
        return Checked(quotient, overflow, ref fault);
    }

    /// <summary>⌈left·right/divisor⌉.</summary>
    public static UInt256 Up(in UInt256 left, in UInt256 right, in UInt256 divisor, ref Fault fault)
    {
        Fault overflow = default;
        UInt256 quotient = MultiplyDivide.Up(left, right, divisor, ref overflow);
        return Checked(quotient, overflow, ref fault);
    }

    /// <summary>(|b| + √(b² + h·c·q))/h from below.</summary>
    private static UInt256 LargerDownOfNegative(
        in Int256 b, in UInt256 change, in Int256 q, in Int256 curvature, RootScale scale, int k, ref Fault fault)
    {
        UInt256 size = b.Magnitude;
        UInt512 discriminant = UInt512.Product(size, size);
        Int256 scaled = scale.Down(q);
        if (q.IsNegative)
        {
            UInt512 less = UInt512.Product(ShiftedProduct.Up(curvature, change, scale.Product).Bits, scaled.Magnitude);
            discriminant = UInt512.WrappingSubtract(discriminant, less, out bool negative);
            if (negative)
            {
                fault.Raise(Revert.TradeLimit);
                return default;
            }
        }
        else
        {
            UInt512 more = UInt512.Product(ShiftedProduct.Down(curvature, change, scale.Product).Bits, scaled.Bits);
            discriminant = UInt512.WrappingAdd(discriminant, more, out _);
        }

        UInt256 sum = UInt256.WrappingAdd(size, SquareRoot.Floor(discriminant));
        return Down(sum, UInt256.One << k, curvature.Bits, ref fault);
    }

    private static UInt256 Checked(in UInt256 quotient, in Fault overflow, ref Fault fault)
    {
        if (overflow.IsRaised)
        {
            fault.Raise(Revert.AmountOverflow);
            return default;
        }

        return quotient;
    }
}
