using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>An unevaluated sum of two binary64 numbers, High + Low with |Low| ≤ ulp(High)/2: about 106 bits.</summary>
/// <remarks>Relative errors: sum and product 2⁻¹⁰⁴, quotient 2⁻¹⁰³, square root 2⁻¹⁰³. The range is that of binary64; a
/// non-finite operand, or a result beyond the range, yields NaN. Source: Hida, Li and Bailey 2001; Joldes, Muller and Popescu 2017.</remarks>
/// <param name="high">The nearest binary64 number.</param>
/// <param name="low">What is left.</param>
public readonly struct DoubleDouble(double high, double low) : IExtendedReal<DoubleDouble>, IEquatable<DoubleDouble>
{
    /// <summary>The nearest binary64 number.</summary>
    public double High { get; } = high;

    /// <summary>What <see cref="High"/> leaves.</summary>
    public double Low { get; } = low;

    /// <summary>Zero.</summary>
    public static DoubleDouble Zero => default;

    /// <summary>One.</summary>
    public static DoubleDouble One => new(1, 0);

    /// <inheritdoc/>
    public static int Precision => 103;

    /// <summary>The same value, exactly.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <inheritdoc/>
    public static DoubleDouble FromParts(double x0, double x1, double x2, double x3) => Sum(x0, x1);

    /// <summary>The value of a quad-double, rounded to this precision.</summary>
    public static DoubleDouble FromQuadDouble(QuadDouble value) => value.RoundTo<DoubleDouble>();

    /// <inheritdoc/>
    public static double ToDouble(DoubleDouble value) => value.High;

    /// <summary>x + y of two binary64 numbers, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Sum(double x, double y)
    {
        (double sum, double error) = ErrorFree.TwoSum(x, y);
        return new(sum, error);
    }

    /// <summary>x · y of two binary64 numbers, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Product(double x, double y)
    {
        (double product, double error) = ErrorFree.TwoProduct(x, y);
        return new(product, error);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        (double high, double highError) = ErrorFree.TwoSum(x.High, y.High);
        (double low, double lowError) = ErrorFree.TwoSum(x.Low, y.Low);
        (high, low) = ErrorFree.QuickTwoSum(high, highError + low);
        return Quick(high, low + lowError);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        (double product, double error) = ErrorFree.TwoProduct(x.High, y.High);
        double cross = Math.FusedMultiplyAdd(x.High, y.Low, Math.FusedMultiplyAdd(x.Low, y.High, x.Low * y.Low));
        return Quick(product, error + cross);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator *(DoubleDouble x, double y)
    {
        (double product, double error) = ErrorFree.TwoProduct(x.High, y);
        return Quick(product, Math.FusedMultiplyAdd(x.Low, y, error));
    }

    /// <inheritdoc/>
    public static DoubleDouble MultiplyAdd(DoubleDouble x, double y, DoubleDouble z) => (x * y) + z;

    /// <inheritdoc/>
    public static DoubleDouble MultiplyAdd(DoubleDouble x, DoubleDouble y, DoubleDouble z) => (x * y) + z;

    /// <inheritdoc/>
    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        double first = x.High / y.High;
        DoubleDouble rest = x - (y * first);
        double second = rest.High / y.High;
        rest -= y * second;
        return Quick(first, second) + new DoubleDouble(rest.High / y.High, 0);
    }

    /// <inheritdoc/>
    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        // One Newton step from the binary64 root doubles its 53 bits (Karp and Markstein 1997).
        if (x.High == 0)
        {
            return Zero;
        }

        double root = Math.Sqrt(x.High);
        DoubleDouble rest = x - Product(root, root);
        DoubleDouble refined = Quick(root, rest.High / (2 * root));
        rest = x - (refined * refined);
        return refined + new DoubleDouble(rest.High / (2 * root), 0);
    }

    /// <inheritdoc/>
    public static DoubleDouble Abs(DoubleDouble x) => x.High < 0 ? -x : x;

    /// <inheritdoc/>
    public static DoubleDouble Min(DoubleDouble x, DoubleDouble y) => x < y || double.IsNaN(x.High) ? x : y;

    /// <inheritdoc/>
    public static DoubleDouble Max(DoubleDouble x, DoubleDouble y) => x > y || double.IsNaN(x.High) ? x : y;

    /// <inheritdoc/>
    public static DoubleDouble LessThan(DoubleDouble x, DoubleDouble y) => Mask(x < y);

    /// <inheritdoc/>
    public static DoubleDouble LessThanOrEqual(DoubleDouble x, DoubleDouble y) => Mask(x < y || x == y);

    /// <inheritdoc/>
    public static DoubleDouble operator &(DoubleDouble x, DoubleDouble y) =>
        new(((Lane1)x.High & y.High).Value, ((Lane1)x.Low & y.Low).Value);

    /// <inheritdoc/>
    public static DoubleDouble operator |(DoubleDouble x, DoubleDouble y) =>
        new(((Lane1)x.High | y.High).Value, ((Lane1)x.Low | y.Low).Value);

    /// <inheritdoc/>
    public static DoubleDouble Select(DoubleDouble mask, DoubleDouble whenTrue, DoubleDouble whenFalse) =>
        All(mask) ? whenTrue : whenFalse;

    /// <inheritdoc/>
    public static bool All(DoubleDouble mask) => Lane1.All(mask.High);

    /// <inheritdoc/>
    public static bool Any(DoubleDouble mask) => All(mask);

    /// <inheritdoc/>
    public static bool operator <(DoubleDouble x, DoubleDouble y) => x.High < y.High || (x.High == y.High && x.Low < y.Low);

    /// <inheritdoc/>
    public static bool operator >(DoubleDouble x, DoubleDouble y) => y < x;

    /// <summary>Whether both hold the same value.</summary>
    public static bool operator ==(DoubleDouble x, DoubleDouble y) => x.High == y.High && x.Low == y.Low;

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(DoubleDouble x, DoubleDouble y) => !(x == y);

    /// <inheritdoc/>
    public bool Equals(DoubleDouble other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DoubleDouble other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(High, Low);

    private static DoubleDouble Mask(bool holds)
    {
        double bits = BitConverter.Int64BitsToDouble(holds ? -1 : 0);
        return new(bits, bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble Quick(double high, double low)
    {
        (high, low) = ErrorFree.QuickTwoSum(high, low);
        return new(high, low);
    }
}
