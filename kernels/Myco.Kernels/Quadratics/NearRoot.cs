using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The non-negative x of leading·x² − 2bx − n = 0, from the root s = √(b² + leading·n) that the caller has formed without
/// cancellation.</summary>
/// <remarks>x = n/(s − b) for b ≤ 0, else (b + s)/leading: neither subtracts numbers of one sign, so nothing cancels. One division.
/// Swaps, mints (b = −B, n = −e, leading κ), deposits and burns of the surface all end here. A NaN anywhere yields NaN or
/// a number without meaning; nothing throws. Source: spec 01-surface, section 2.</remarks>
public static class NearRoot
{
    /// <summary>The root for each element of the packs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Solve<TLane>(TLane b, TLane numerator, TLane root, TLane leading)
        where TLane : struct, ILane<TLane>
    {
        TLane near = TLane.LessThanOrEqual(b, 0);
        return TLane.Select(near, numerator, b + root) / TLane.Select(near, root - b, leading);
    }
}
