using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The non-negative x of leading·x² − 2bx − n = 0, from the root s = √(b² + leading·n) that the caller has formed without
/// cancellation; and the two other forms in which a surface needs it.</summary>
/// <remarks>x = n/(s − b) for b ≤ 0, else (b + s)/leading: neither subtracts numbers of one sign, so nothing cancels. One division.
/// Aliasing: none, all by value. Rounding: a few units of the precision. Errors: a NaN anywhere yields NaN or a number without
/// meaning; nothing throws. Source: spec 01-surface, section 2.</remarks>
public static class NearRoot
{
    /// <summary>The root for each element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Solve<TReal>(TReal b, TReal numerator, TReal root, TReal leading)
        where TReal : struct, IReal<TReal>
    {
        TReal near = TReal.LessThanOrEqual(b, 0);
        return TReal.Select(near, numerator, b + root) / TReal.Select(near, root - b, leading);
    }

    /// <summary>A mint's δr of κδr² + 2Bδr + e = 0 with s = √(B² − κe): −e/(B + s) for B ≥ 0, else (s − B)/κ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Growth<TReal>(TReal basis, TReal excess, TReal root, TReal kappa)
        where TReal : struct, IReal<TReal> => Solve(-basis, -excess, root, kappa);

    /// <summary>A burn's or deposit's d of G_jj·d² + 2bd + c = 0 with s = √(b² − G_jj·c): c/(s − b) for b ≤ 0, else −(b + s)/G_jj.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Change<TReal>(TReal b, TReal c, TReal root, TReal leading)
        where TReal : struct, IReal<TReal> => -Solve(b, -c, root, leading);
}
