using System.Runtime.CompilerServices;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>Turns five overlapping terms into the four numbers of a quad-double, none overlapping the next.</summary>
/// <remarks>Each pass of two-sums from the last term to the first is exact and leaves the rounded sum in front (VecSum of
/// Ogita, Rump and Oishi 2005); passes over ever shorter rests close the gaps that a cancellation leaves, without a
/// branch. What the four numbers cannot hold, at most 2⁻²¹² of the sum of the magnitudes, is dropped.</remarks>
internal static class Renormalization
{
    /// <summary>t₀ + t₁ + t₂ + t₃ + t₄, the terms in falling order of magnitude but for cancellation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadDouble Sum(double t0, double t1, double t2, double t3, double t4)
    {
        (t3, t4) = ErrorFree.TwoSum(t3, t4);
        (t2, t3) = ErrorFree.TwoSum(t2, t3);
        (t1, t2) = ErrorFree.TwoSum(t1, t2);
        (t0, t1) = ErrorFree.TwoSum(t0, t1);

        (t3, t4) = ErrorFree.TwoSum(t3, t4);
        (t2, t3) = ErrorFree.TwoSum(t2, t3);
        (t1, t2) = ErrorFree.TwoSum(t1, t2);
        (t0, t1) = ErrorFree.QuickTwoSum(t0, t1);

        (t3, t4) = ErrorFree.TwoSum(t3, t4);
        (t2, t3) = ErrorFree.TwoSum(t2, t3);
        (t1, t2) = ErrorFree.QuickTwoSum(t1, t2);

        (t3, t4) = ErrorFree.TwoSum(t3, t4);
        (t2, t3) = ErrorFree.QuickTwoSum(t2, t3);
        return new(t0, t1, t2, t3 + t4);
    }
}
