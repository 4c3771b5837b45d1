using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Deployment;

/// <summary>Between quad-doubles and integers of 256 bits.</summary>
internal static class IntegerRounding
{
    private const int GuardBits = 64;
    private const int WordBits = 64;

    /// <summary>⌊log₂|value|⌋ + 1, so that |value| &lt; 2^length; value is not 0.</summary>
    public static int Length(QuadDouble value)
    {
        QuadDouble size = QuadDouble.Abs(value);
        int exponent = Math.ILogB(size.X0);
        bool below = size.X0 == Math.ScaleB(1, exponent) && size.X1 < 0;
        return below ? exponent : exponent + 1;
    }

    /// <summary>value·2^exponent to the nearest integer; below 2¹⁹⁰ in size.</summary>
    /// <remarks>Each part is cut 64 bits below a unit, so that only a fraction within 2⁻⁶² of a half can go the other way.</remarks>
    public static Int256 Nearest(QuadDouble value, int exponent)
    {
        Int256 half = new(UInt256.One << (GuardBits - 1));
        Int256 sum = Int256.WrappingAdd(Part(value.X0, exponent), Part(value.X1, exponent));
        sum = Int256.WrappingAdd(sum, Int256.WrappingAdd(Part(value.X2, exponent), Part(value.X3, exponent)));
        return Int256.WrappingAdd(sum, half) >> GuardBits;
    }

    /// <summary>The integer as a quad-double, with its first 206 bits or more.</summary>
    public static QuadDouble ToQuadDouble(in Int256 value)
    {
        UInt256 size = value.Magnitude;
        QuadDouble sum = Word(size.Limb3);
        foreach (ulong limb in (ReadOnlySpan<ulong>)[size.Limb2, size.Limb1, size.Limb0])
        {
            sum = (sum * Math.ScaleB(1, WordBits)) + Word(limb);
        }

        return value.IsNegative ? -sum : sum;
    }

    private static QuadDouble Word(ulong value) => DoubleDouble.Sum((value >> 32) * Math.ScaleB(1, 32), value & uint.MaxValue);

    /// <summary>⌊part·2^(exponent + 64)⌋.</summary>
    private static Int256 Part(double part, int exponent)
    {
        if (part == 0)
        {
            return default;
        }

        const int MantissaBits = 52;
        int own = Math.ILogB(part) - MantissaBits;
        Int256 mantissa = (long)Math.ScaleB(part, -own);
        int shift = own + exponent + GuardBits;
        return shift >= 0 ? mantissa << shift : mantissa >> Math.Min(-shift, 255);
    }
}
