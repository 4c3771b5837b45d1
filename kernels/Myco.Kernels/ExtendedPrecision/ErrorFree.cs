using System.Runtime.CompilerServices;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>Sums and products of binary64 numbers together with their rounding errors, both exact.</summary>
/// <remarks>Source: Dekker 1971, Knuth TAOCP 4.2.2; products by fused multiply-add. Exact while nothing overflows and,
/// for products, while the error stays above the smallest subnormal number.</remarks>
public static class ErrorFree
{
    /// <summary>(s, e) with s = fl(x + y) and s + e = x + y exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sum, double Error) TwoSum(double x, double y)
    {
        double sum = x + y;
        double virtualY = sum - x;
        return (sum, (x - (sum - virtualY)) + (y - virtualY));
    }

    /// <summary>(s, e) as <see cref="TwoSum"/>, for |x| ≥ |y| or x = 0: half the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sum, double Error) QuickTwoSum(double x, double y)
    {
        double sum = x + y;
        return (sum, y - (sum - x));
    }

    /// <summary>(p, e) with p = fl(x · y) and p + e = x · y exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Product, double Error) TwoProduct(double x, double y)
    {
        double product = x * y;
        return (product, Math.FusedMultiplyAdd(x, y, -product));
    }
}
