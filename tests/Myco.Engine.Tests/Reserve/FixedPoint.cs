using System.Numerics;

namespace Myco.Engine.Tests.Reserve;

/// <summary>raw/2¹⁹²: many digits for numbers of moderate size, every operation rounded toward −∞ or zero.</summary>
internal readonly record struct FixedPoint(BigInteger Raw) : IComparable<FixedPoint>
{
    private const int FractionBits = 192;

    public int Sign => Raw.Sign;

    public static implicit operator FixedPoint(double value)
    {
        int exponent = value == 0 ? 0 : Math.ILogB(value) - 52;
        BigInteger mantissa = (BigInteger)Math.ScaleB(value, -exponent);
        int shift = FractionBits + exponent;
        return new(shift >= 0 ? mantissa << shift : mantissa >> -shift);
    }

    public static FixedPoint operator +(FixedPoint x, FixedPoint y) => new(x.Raw + y.Raw);

    public static FixedPoint operator -(FixedPoint x, FixedPoint y) => new(x.Raw - y.Raw);

    public static FixedPoint operator *(FixedPoint x, FixedPoint y) => new((x.Raw * y.Raw) >> FractionBits);

    public static FixedPoint operator /(FixedPoint x, FixedPoint y) => new((x.Raw << FractionBits) / y.Raw);

    public static bool operator <(FixedPoint x, FixedPoint y) => x.Raw < y.Raw;

    public static bool operator >(FixedPoint x, FixedPoint y) => x.Raw > y.Raw;

    public static FixedPoint Sqrt(FixedPoint x)
    {
        // Newton from above falls until it has the floor root.
        BigInteger square = x.Raw << FractionBits, root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        BigInteger next = (root + (square / root)) >> 1;
        while (next < root)
        {
            (root, next) = (next, (next + (square / BigInteger.Max(next, 1))) >> 1);
        }

        return new(root);
    }

    public static FixedPoint Max(FixedPoint x, FixedPoint y) => x < y ? y : x;

    public static FixedPoint Min(FixedPoint x, FixedPoint y) => x < y ? x : y;

    public int CompareTo(FixedPoint other) => Raw.CompareTo(other.Raw);

    public double ToDouble()
    {
        int excess = Math.Max((int)Raw.GetBitLength() - 64, 0);
        return Math.ScaleB((double)(Raw >> excess), excess - FractionBits);
    }
}
