using System.Numerics;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>Mantissa·2^Exponent, exactly: the oracle of the extended precisions.</summary>
internal readonly record struct Dyadic(BigInteger Mantissa, int Exponent)
{
    public static readonly Dyadic Zero = new(BigInteger.Zero, 0);

    public static implicit operator Dyadic(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        return new(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static implicit operator Dyadic(DoubleDouble value) => (Dyadic)value.High + value.Low;

    public static implicit operator Dyadic(QuadDouble value) => (Dyadic)value.X0 + value.X1 + value.X2 + value.X3;

    public static Dyadic operator +(Dyadic x, Dyadic y)
    {
        int exponent = Math.Min(x.Exponent, y.Exponent);
        return new((x.Mantissa << (x.Exponent - exponent)) + (y.Mantissa << (y.Exponent - exponent)), exponent);
    }

    public static Dyadic operator -(Dyadic x) => new(-x.Mantissa, x.Exponent);

    public static Dyadic operator -(Dyadic x, Dyadic y) => x + -y;

    public static Dyadic operator *(Dyadic x, Dyadic y) => new(x.Mantissa * y.Mantissa, x.Exponent + y.Exponent);

    /// <summary>x/y to 400 bits or more.</summary>
    public static Dyadic operator /(Dyadic x, Dyadic y)
    {
        int shift = 400 + (int)y.Mantissa.GetBitLength();
        return new((x.Mantissa << shift) / y.Mantissa, x.Exponent - shift - y.Exponent);
    }

    /// <summary>√x to 400 bits or more, by Heron's iteration from above.</summary>
    public static Dyadic Sqrt(Dyadic x)
    {
        int shift = 800 + ((x.Exponent - 800) & 1);
        BigInteger scaled = x.Mantissa << shift;
        BigInteger root = BigInteger.One << (int)((scaled.GetBitLength() / 2) + 1);
        for (BigInteger next = (root + (scaled / root)) >> 1; next < root; next = (root + (scaled / root)) >> 1)
        {
            root = next;
        }

        return new(root, (x.Exponent - shift) / 2);
    }

    public static Dyadic Abs(Dyadic x) => new(BigInteger.Abs(x.Mantissa), x.Exponent);

    /// <summary>log₂|x|; −∞ for 0.</summary>
    public double Log2 => Mantissa.IsZero ? double.NegativeInfinity : BigInteger.Log(BigInteger.Abs(Mantissa), 2) + Exponent;

    /// <summary>log₂ of the error of an approximation against this, in units of a scale.</summary>
    public double ErrorBits(Dyadic approximation, Dyadic scale) => (approximation - this).Log2 - scale.Log2;
}
