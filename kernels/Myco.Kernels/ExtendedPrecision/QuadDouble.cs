using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>An unevaluated sum of four binary64 numbers of falling magnitude, none overlapping the next: about 212 bits.</summary>
/// <remarks>Relative errors: product 2⁻²⁰⁸; sum 2⁻²⁰⁸ of |x| + |y|; quotient and square root 2⁻²⁰⁶. The range is that of
/// binary64, with full precision only above 1e-240; a non-finite operand, or a result beyond the range, yields NaN.
/// Source: Hida, Li and Bailey 2001, the partial products by order; renormalisation in <see cref="Renormalization"/>.</remarks>
/// <param name="x0">The nearest binary64 number.</param>
/// <param name="x1">The next 53 bits.</param>
/// <param name="x2">The 53 bits after those.</param>
/// <param name="x3">The last 53 bits.</param>
public readonly struct QuadDouble(double x0, double x1, double x2, double x3) : IExtendedReal<QuadDouble>, IEquatable<QuadDouble>
{
    /// <summary>The nearest binary64 number.</summary>
    public double X0 { get; } = x0;

    /// <summary>The next 53 bits.</summary>
    public double X1 { get; } = x1;

    /// <summary>The 53 bits after those.</summary>
    public double X2 { get; } = x2;

    /// <summary>The last 53 bits.</summary>
    public double X3 { get; } = x3;

    /// <summary>Zero.</summary>
    public static QuadDouble Zero => default;

    /// <summary>One.</summary>
    public static QuadDouble One => new(1, 0, 0, 0);

    /// <inheritdoc/>
    public static int Precision => 206;

    /// <summary>The same value, exactly.</summary>
    public static implicit operator QuadDouble(double value) => new(value, 0, 0, 0);

    /// <summary>The same value, exactly.</summary>
    public static implicit operator QuadDouble(DoubleDouble value) => new(value.High, value.Low, 0, 0);

    /// <inheritdoc/>
    public static QuadDouble FromParts(double x0, double x1, double x2, double x3) => new(x0, x1, x2, x3);

    /// <summary>This value, rounded to another precision.</summary>
    public TReal RoundTo<TReal>()
        where TReal : struct, IExtendedReal<TReal> => TReal.FromParts(X0, X1, X2, X3);

    /// <inheritdoc/>
    public static double ToDouble(QuadDouble value) => value.X0;

    /// <inheritdoc/>
    public static QuadDouble operator +(QuadDouble x, QuadDouble y)
    {
        // Equal orders first; each error then joins the next order down.
        (double t0, double e0) = ErrorFree.TwoSum(x.X0, y.X0);
        (double t1, double e1) = ErrorFree.TwoSum(x.X1, y.X1);
        (double t2, double e2) = ErrorFree.TwoSum(x.X2, y.X2);
        (double t3, double e3) = ErrorFree.TwoSum(x.X3, y.X3);
        (t1, e0) = ErrorFree.TwoSum(t1, e0);
        (t2, e1) = ErrorFree.TwoSum(t2, e1);
        (t3, e2) = ErrorFree.TwoSum(t3, e2);
        (t2, e0) = ErrorFree.TwoSum(t2, e0);
        (e1, e0) = ErrorFree.TwoSum(e1, e0);
        (t3, e1) = ErrorFree.TwoSum(t3, e1);
        return Renormalization.Sum(t0, t1, t2, t3, e0 + e1 + e2 + e3);
    }

    /// <inheritdoc/>
    public static QuadDouble operator -(QuadDouble x, QuadDouble y) => x + -y;

    /// <inheritdoc/>
    public static QuadDouble operator -(QuadDouble x) => new(-x.X0, -x.X1, -x.X2, -x.X3);

    /// <inheritdoc/>
    public static QuadDouble operator *(QuadDouble x, QuadDouble y)
    {
        // Partial products by order: those of order 0, 1 and 2 exactly, with their errors; order 3 and 4 in binary64.
        (double p00, double e00) = ErrorFree.TwoProduct(x.X0, y.X0);
        (double p01, double e01) = ErrorFree.TwoProduct(x.X0, y.X1);
        (double p10, double e10) = ErrorFree.TwoProduct(x.X1, y.X0);
        (double p02, double e02) = ErrorFree.TwoProduct(x.X0, y.X2);
        (double p11, double e11) = ErrorFree.TwoProduct(x.X1, y.X1);
        (double p20, double e20) = ErrorFree.TwoProduct(x.X2, y.X0);
        double tail = Math.FusedMultiplyAdd(x.X1, y.X3, Math.FusedMultiplyAdd(x.X2, y.X2, x.X3 * y.X1));
        double left = Math.FusedMultiplyAdd(x.X0, y.X3, Math.FusedMultiplyAdd(x.X1, y.X2, e02 + e11));
        double right = Math.FusedMultiplyAdd(x.X3, y.X0, Math.FusedMultiplyAdd(x.X2, y.X1, e20 + tail));

        (double first, double second) = ThreeSum(p01, p10, e00, out double third);
        (double inner, double innerRest) = ThreeSum(p02, p20, p11, out double innerTail);
        (double outer, double outerRest) = ThreeSum(e01, e10, second, out double outerTail);
        (second, double secondRest) = ErrorFree.TwoSum(inner, outer);
        third += left + right + (innerRest + outerRest + secondRest);
        return Renormalization.Sum(p00, first, second, third, innerTail + outerTail);
    }

    /// <inheritdoc/>
    public static QuadDouble operator *(QuadDouble x, double y)
    {
        (double p0, double e0) = ErrorFree.TwoProduct(x.X0, y);
        (double p1, double e1) = ErrorFree.TwoProduct(x.X1, y);
        (double p2, double e2) = ErrorFree.TwoProduct(x.X2, y);
        (p1, e0) = ErrorFree.TwoSum(p1, e0);
        (p2, e1) = ThreeSum(p2, e1, e0, out e0);
        return Renormalization.Sum(p0, p1, p2, Math.FusedMultiplyAdd(x.X3, y, e2 + e1), e0);
    }

    /// <inheritdoc/>
    public static QuadDouble MultiplyAdd(QuadDouble x, double y, QuadDouble z) => (x * y) + z;

    /// <inheritdoc/>
    public static QuadDouble MultiplyAdd(QuadDouble x, QuadDouble y, QuadDouble z) => (x * y) + z;

    /// <inheritdoc/>
    public static QuadDouble operator /(QuadDouble x, QuadDouble y)
    {
        // Long division, one binary64 digit at a time; the fifth digit is the guard.
        Span<double> digits = stackalloc double[5];
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = x.X0 / y.X0;
            x -= y * digits[i];
        }

        return Renormalization.Sum(digits[0], digits[1], digits[2], digits[3], digits[4]);
    }

    /// <inheritdoc/>
    public static QuadDouble Sqrt(QuadDouble x)
    {
        // Newton on the reciprocal root, 53 → 106 → 212 → 424 bits, then root = x/√x.
        if (x.X0 == 0)
        {
            return Zero;
        }

        QuadDouble reciprocal = 1 / Math.Sqrt(x.X0);
        for (int step = 0; step < 3; step++)
        {
            QuadDouble residual = One - (x * reciprocal * reciprocal);
            reciprocal += reciprocal * residual * 0.5;
        }

        return x * reciprocal;
    }

    /// <inheritdoc/>
    public static QuadDouble Abs(QuadDouble x) => x.X0 < 0 ? -x : x;

    /// <inheritdoc/>
    public static QuadDouble Min(QuadDouble x, QuadDouble y) => x < y || double.IsNaN(x.X0) ? x : y;

    /// <inheritdoc/>
    public static QuadDouble Max(QuadDouble x, QuadDouble y) => x > y || double.IsNaN(x.X0) ? x : y;

    /// <inheritdoc/>
    public static QuadDouble LessThan(QuadDouble x, QuadDouble y) => Mask(x < y);

    /// <inheritdoc/>
    public static QuadDouble LessThanOrEqual(QuadDouble x, QuadDouble y) => Mask((x - y).X0 <= 0);

    /// <inheritdoc/>
    public static QuadDouble operator &(QuadDouble x, QuadDouble y) => new(
        ((Lane1)x.X0 & y.X0).Value, ((Lane1)x.X1 & y.X1).Value, ((Lane1)x.X2 & y.X2).Value, ((Lane1)x.X3 & y.X3).Value);

    /// <inheritdoc/>
    public static QuadDouble operator |(QuadDouble x, QuadDouble y) => new(
        ((Lane1)x.X0 | y.X0).Value, ((Lane1)x.X1 | y.X1).Value, ((Lane1)x.X2 | y.X2).Value, ((Lane1)x.X3 | y.X3).Value);

    /// <inheritdoc/>
    public static QuadDouble Select(QuadDouble mask, QuadDouble whenTrue, QuadDouble whenFalse) =>
        All(mask) ? whenTrue : whenFalse;

    /// <inheritdoc/>
    public static bool All(QuadDouble mask) => Lane1.All(mask.X0);

    /// <inheritdoc/>
    public static bool Any(QuadDouble mask) => All(mask);

    /// <inheritdoc/>
    public static bool operator <(QuadDouble x, QuadDouble y) => (x - y).X0 < 0;

    /// <inheritdoc/>
    public static bool operator >(QuadDouble x, QuadDouble y) => (x - y).X0 > 0;

    /// <summary>Whether both hold the same value.</summary>
    public static bool operator ==(QuadDouble x, QuadDouble y) => x.X0 == y.X0 && x.X1 == y.X1 && x.X2 == y.X2 && x.X3 == y.X3;

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(QuadDouble x, QuadDouble y) => !(x == y);

    /// <inheritdoc/>
    public bool Equals(QuadDouble other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is QuadDouble other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X0, X1, X2, X3);

    private static QuadDouble Mask(bool holds)
    {
        double bits = BitConverter.Int64BitsToDouble(holds ? -1 : 0);
        return new(bits, bits, bits, bits);
    }

    /// <summary>x + y + z exactly, as three numbers of falling order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Carry) ThreeSum(double x, double y, double z, out double tail)
    {
        (double sum, double error) = ErrorFree.TwoSum(x, y);
        (sum, double second) = ErrorFree.TwoSum(sum, z);
        (double rest, tail) = ErrorFree.TwoSum(error, second);
        return (sum, rest);
    }
}
