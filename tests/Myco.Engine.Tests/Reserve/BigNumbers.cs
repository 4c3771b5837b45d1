using System.Globalization;
using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Reserve;

/// <summary>Integers of 256 bits as integers of any length, and drawn ones.</summary>
internal static class BigNumbers
{
    public static readonly BigInteger One = BigInteger.Pow(10, 18);

    public static BigInteger ToBig(this UInt256 value) => BigInteger.Parse(value.ToString(), CultureInfo.InvariantCulture);

    public static UInt256 ToUInt256(this BigInteger value) => UInt256.Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>⌊value·10¹⁸⌋ of a number that is not below 0, without the rounding of decimal types.</summary>
    public static BigInteger Decimal18(double value) => ((BigInteger)Math.ScaleB(value, 100) * One) >> 100;

    /// <summary>Bits of every length up to 256, so that sums and products overflow now and then.</summary>
    public static UInt256 Garbage(Random random)
    {
        UInt256 value = new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2);
        return value >> random.Next(256);
    }
}
