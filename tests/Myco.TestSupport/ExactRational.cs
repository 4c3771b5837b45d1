using System.Globalization;
using System.Numerics;

namespace Myco.TestSupport;

/// <summary>A fraction of two integers of any size: the oracle that rounds nowhere.</summary>
/// <remarks>Sum, product and quotient are exact; the square root is within 2⁻ᵇⁱᵗˢ, relative. Long chains grow: cut them with <see cref="Rounded"/>.</remarks>
public readonly struct ExactRational : IComparable<ExactRational>, IEquatable<ExactRational>
{
    /// <summary>The bits that square roots and cuts keep unless told: twice what quad-double has, less a little.</summary>
    public const int DefaultBits = 400;

    private readonly BigInteger _denominatorLessOne;

    public ExactRational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("The denominator is 0; a fraction needs another one.");
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominatorLessOne = (denominator / divisor) - 1;
    }

    public static ExactRational Zero => default;

    public static ExactRational One => new(1, 1);

    public BigInteger Numerator { get; }

    /// <summary>Above zero, and without a divisor in common with <see cref="Numerator"/>.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    public int Sign => Numerator.Sign;

    /// <summary>Every finite binary64 number is m·2ᵉ, exactly.</summary>
    public static ExactRational FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers are fractions.");
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return Scaled(value < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    /// <summary>A decimal such as <c>-1.25e-7</c>, exactly.</summary>
    public static ExactRational Parse(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int exponent = 0;
        int mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            exponent = int.Parse(rest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            rest = rest[..mark];
        }

        int point = rest.IndexOf('.');
        string digits = point < 0 ? rest.ToString() : string.Concat(rest[..point], rest[(point + 1)..]);
        exponent -= point < 0 ? 0 : rest.Length - point - 1;
        BigInteger integer = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        BigInteger power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent < 0 ? new(integer, power) : new(integer * power, 1);
    }

    /// <summary>mantissa · 2^exponent.</summary>
    public static ExactRational Scaled(BigInteger mantissa, int exponent) =>
        exponent >= 0 ? new(mantissa << exponent, 1) : new(mantissa, BigInteger.One << -exponent);

    public static implicit operator ExactRational(double value) => FromDouble(value);

    public static ExactRational operator +(ExactRational x, ExactRational y) =>
        new((x.Numerator * y.Denominator) + (y.Numerator * x.Denominator), x.Denominator * y.Denominator);

    public static ExactRational operator -(ExactRational x, ExactRational y) => x + -y;

    public static ExactRational operator -(ExactRational x) => new(-x.Numerator, x.Denominator);

    public static ExactRational operator *(ExactRational x, ExactRational y) =>
        new(x.Numerator * y.Numerator, x.Denominator * y.Denominator);

    public static ExactRational operator /(ExactRational x, ExactRational y) =>
        new(x.Numerator * y.Denominator, x.Denominator * y.Numerator);

    public static bool operator <(ExactRational x, ExactRational y) => x.CompareTo(y) < 0;

    public static bool operator >(ExactRational x, ExactRational y) => x.CompareTo(y) > 0;

    public static bool operator <=(ExactRational x, ExactRational y) => x.CompareTo(y) <= 0;

    public static bool operator >=(ExactRational x, ExactRational y) => x.CompareTo(y) >= 0;

    public static bool operator ==(ExactRational x, ExactRational y) => x.Equals(y);

    public static bool operator !=(ExactRational x, ExactRational y) => !x.Equals(y);

    public static ExactRational Abs(ExactRational x) => x.Sign < 0 ? -x : x;

    /// <summary>√x from below, within 2⁻ᵇⁱᵗˢ, relative; exact for the square of a fraction of no more bits.</summary>
    public static ExactRational Sqrt(ExactRational x, int bits = DefaultBits)
    {
        if (x.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A square root needs a number that is not negative.");
        }

        // √(n/d) = √(n·d·4ᵏ)/(d·2ᵏ), with k such that the integer root has enough bits.
        BigInteger product = x.Numerator * x.Denominator;
        int shift = Math.Max(0, bits + 2 - (int)(product.GetBitLength() / 2));
        return new(IntegerSqrt(product << (2 * shift)), x.Denominator << shift);
    }

    /// <summary>The nearest m·2ᵉ with m of at most <paramref name="bits"/> bits, ties to even.</summary>
    public ExactRational Rounded(int bits = DefaultBits)
    {
        if (Numerator.IsZero)
        {
            return this;
        }

        int exponent = ExponentAbove() - bits;
        return Scaled(NearestMultiple(exponent), exponent);
    }

    /// <summary>The nearest binary64 number, ties to even; infinite beyond the range.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }

        int above = ExponentAbove();
        if (above > 1025)
        {
            return Sign * double.PositiveInfinity;
        }

        // The mantissa has at most 53 bits, so the conversion is exact and only the two scalings could round; they do not,
        // since a subnormal's mantissa is already cut to fit.
        int exponent = Math.Max(above - 53, -1074);
        double mantissa = (double)NearestMultiple(exponent);
        int half = exponent / 2;
        return mantissa * Math.ScaleB(1, half) * Math.ScaleB(1, exponent - half);
    }

    /// <inheritdoc/>
    public int CompareTo(ExactRational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(ExactRational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactRational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <inheritdoc/>
    public override string ToString() => $"{Numerator}/{Denominator} ≈ {ToDouble().ToString("R", CultureInfo.InvariantCulture)}";

    // The least e with |x| < 2ᵉ.
    private int ExponentAbove()
    {
        BigInteger magnitude = BigInteger.Abs(Numerator);
        int guess = (int)(magnitude.GetBitLength() - Denominator.GetBitLength());
        BigInteger left = guess < 0 ? magnitude << -guess : magnitude;
        BigInteger right = guess > 0 ? Denominator << guess : Denominator;
        return left < right ? guess : guess + 1;
    }

    // x/2^exponent to the nearest integer, ties to even.
    private BigInteger NearestMultiple(int exponent)
    {
        BigInteger numerator = exponent < 0 ? Numerator << -exponent : Numerator;
        BigInteger denominator = exponent > 0 ? Denominator << exponent : Denominator;
        BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out BigInteger rest);
        int comparison = (rest << 1).CompareTo(denominator);
        quotient += comparison > 0 || (comparison == 0 && !quotient.IsEven) ? 1 : 0;
        return numerator.Sign < 0 ? -quotient : quotient;
    }

    private static BigInteger IntegerSqrt(BigInteger value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        // Newton from above falls until the floor of the root.
        BigInteger root = BigInteger.One << (((int)value.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
