using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>Between the engine's integers and those of any size, and a floor square root.</summary>
internal static class Big
{
    public static BigInteger Of(in UInt256 value) =>
        (((BigInteger)((UInt128)value.Limb3 << 64 | value.Limb2)) << 128) | (BigInteger)value.Low;

    public static BigInteger Of(in Int256 value) => value.IsNegative ? -Of(value.Magnitude) : Of(value.Bits);

    public static BigInteger[] Of(ReadOnlySpan<UInt256> values)
    {
        BigInteger[] result = new BigInteger[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Of(values[i]);
        }

        return result;
    }

    public static UInt256 Unsigned(BigInteger value)
    {
        BigInteger mask = UInt128.MaxValue;
        return new((UInt128)(value & mask), (UInt128)(value >> 128));
    }

    public static Int256 Signed(BigInteger value) => value.Sign < 0 ? Int256.WrappingNegate(new(Unsigned(-value))) : new(Unsigned(value));

    /// <summary>⌊√value⌋.</summary>
    public static BigInteger SquareRoot(BigInteger value)
    {
        if (value.Sign <= 0)
        {
            return 0;
        }

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

    /// <summary>⌊numerator/denominator⌋, denominator &gt; 0.</summary>
    public static BigInteger Floor(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}
