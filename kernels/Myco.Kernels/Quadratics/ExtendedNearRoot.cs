using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Quadratics;

/// <summary><see cref="NearRoot"/> in any precision, and the three forms in which the surface needs it.</summary>
/// <remarks>Aliasing: none, all by value. Rounding: a few units of the precision, when the root has been formed without cancellation.
/// Errors: none; a NaN yields NaN. Source: spec 01-surface, section 2.</remarks>
public static class ExtendedNearRoot
{
    /// <summary>The non-negative x of leading·x² − 2bx − n = 0 with s = √(b² + leading·n): n/(s − b) for b ≤ 0, else (b + s)/leading.</summary>
    public static TReal Solve<TReal>(TReal b, TReal numerator, TReal root, TReal leading)
        where TReal : struct, IExtendedReal<TReal> =>
        b > TReal.Zero ? (b + root) / leading : numerator / (root - b);

    /// <summary>A mint's δr of κδr² + 2Bδr + e = 0 with s = √(B² − κe): −e/(B + s) for B ≥ 0, else (s − B)/κ.</summary>
    public static TReal Growth<TReal>(TReal basis, TReal excess, TReal root, TReal kappa)
        where TReal : struct, IExtendedReal<TReal> => Solve(-basis, -excess, root, kappa);

    /// <summary>A burn's or deposit's d of G_jj·d² + 2bd + c = 0 with s = √(b² − G_jj·c): c/(s − b) for b ≤ 0, else −(b + s)/G_jj.</summary>
    public static TReal Change<TReal>(TReal b, TReal c, TReal root, TReal leading)
        where TReal : struct, IExtendedReal<TReal> => -Solve(b, -c, root, leading);
}
