namespace Myco.Kernels.ExtendedPrecision;

/// <summary>An unevaluated sum of four binary64 numbers of falling magnitude, none overlapping the next: about 212 bits.</summary>
/// <remarks>Relative errors: product 2⁻²⁰⁸; sum 2⁻²⁰⁸ of |x| + |y|; quotient and square root 2⁻²⁰⁶. The range is that of
/// binary64, with full precision only above 1e-240; a non-finite operand, or a result beyond the range, yields NaN.
/// Source: Hida, Li and Bailey 2001; renormalisation after Joldes, Marty, Muller and Popescu 2016.</remarks>
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

    /// <inheritdoc/>
    public static QuadDouble Zero => default;

    /// <inheritdoc/>
    public static QuadDouble One => new(1, 0, 0, 0);

    /// <inheritdoc/>
    public static int Precision => 206;

    /// <summary>The same value, exactly.</summary>
    public static implicit operator QuadDouble(double value) => new(value, 0, 0, 0);

    /// <summary>The same value, exactly.</summary>
    public static implicit operator QuadDouble(DoubleDouble value) => new(value.High, value.Low, 0, 0);

    /// <inheritdoc/>
    public static QuadDouble FromDouble(double value) => value;

    /// <inheritdoc/>
    public static QuadDouble FromQuadDouble(QuadDouble value) => value;

    /// <inheritdoc/>
    public static double ToDouble(QuadDouble value) => value.X0;

    /// <inheritdoc/>
    public static QuadDouble operator +(QuadDouble x, QuadDouble y)
    {
        Span<double> terms = [x.X0, y.X0, x.X1, y.X1, x.X2, y.X2, x.X3, y.X3];
        return Renormalize(terms);
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
        double order4 = (x.X1 * y.X3) + (x.X2 * y.X2) + (x.X3 * y.X1);
        double order3 = (x.X0 * y.X3) + (x.X1 * y.X2) + (x.X2 * y.X1) + (x.X3 * y.X0) + ((e02 + e20) + (e11 + order4));
        Span<double> terms = [p00, p01, p10, e00, p02, p20, p11, e01, e10, order3];
        return Renormalize(terms);
    }

    /// <inheritdoc/>
    public static QuadDouble operator *(QuadDouble x, double y)
    {
        (double p0, double e0) = ErrorFree.TwoProduct(x.X0, y);
        (double p1, double e1) = ErrorFree.TwoProduct(x.X1, y);
        (double p2, double e2) = ErrorFree.TwoProduct(x.X2, y);
        Span<double> terms = [p0, p1, e0, p2, e1, Math.FusedMultiplyAdd(x.X3, y, e2)];
        return Renormalize(terms);
    }

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

        return Renormalize(digits);
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

    /// <summary>The sum of a few terms as four numbers that do not overlap.</summary>
    /// <remarks>Three passes of exact two-sums from the last term to the first leave an error of 2⁻²¹² of the sum of the
    /// magnitudes (Ogita, Rump and Oishi 2005); one pass down then collects the leading four.</remarks>
    private static QuadDouble Renormalize(Span<double> terms)
    {
        for (int pass = 0; pass < 3; pass++)
        {
            for (int i = terms.Length - 1; i > 0; i--)
            {
                (terms[i - 1], terms[i]) = ErrorFree.TwoSum(terms[i - 1], terms[i]);
            }
        }

        Span<double> result = [0, 0, 0, 0];
        int count = 0;
        double carry = terms[0];
        for (int i = 1; i < terms.Length && count < 4; i++)
        {
            (result[count], double error) = ErrorFree.TwoSum(carry, terms[i]);
            if (error != 0)
            {
                count++;
                carry = error;
            }
            else
            {
                carry = result[count];
            }
        }

        if (count < 4)
        {
            result[count] = carry;
        }

        return new(result[0], result[1], result[2], result[3]);
    }
}
