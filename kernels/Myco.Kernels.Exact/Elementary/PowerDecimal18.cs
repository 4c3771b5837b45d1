using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>Powers with 18 decimals that keep to one side of the exact one.</summary>
/// <remarks>Exponents 1, 2 and 4 are products. For any other the error allowed is e = ⌈raw·10⁻¹⁴⌉ + 1, raw = <see cref="Power.Raise"/>.
/// Source: spec/04-onchain-math.md §1.7.</remarks>
public static class PowerDecimal18
{
    private const ulong One = 1_000_000_000_000_000_000;
    private const ulong RelativeError = 10_000;

    /// <summary>max(0, raw − e): at most the exact power; the faults of <see cref="Power.Raise"/>, and of the products.</summary>
    public static UInt256 Down(in UInt256 value, in UInt256 exponent, ref Fault fault)
    {
        if (exponent == One)
        {
            return value;
        }

        if (exponent == 2 * One || exponent == 4 * One)
        {
            UInt256 square = Decimal18.MultiplyDown(value, value, ref fault);
            return exponent == 2 * One ? square : Decimal18.MultiplyDown(square, square, ref fault);
        }

        UInt256 raw = Power.Raise(value, exponent, ref fault);
        return UInt256.SubtractOrZero(raw, ErrorOf(raw, ref fault));
    }

    /// <summary>raw + e: at least the exact power; the faults of <see cref="Power.Raise"/>, and of the products.</summary>
    public static UInt256 Up(in UInt256 value, in UInt256 exponent, ref Fault fault)
    {
        if (exponent == One)
        {
            return value;
        }

        if (exponent == 2 * One || exponent == 4 * One)
        {
            UInt256 square = Decimal18.MultiplyUp(value, value, ref fault);
            return exponent == 2 * One ? square : Decimal18.MultiplyUp(square, square, ref fault);
        }

        UInt256 raw = Power.Raise(value, exponent, ref fault);
        return UInt256.Add(raw, ErrorOf(raw, ref fault), ref fault);
    }

    private static UInt256 ErrorOf(in UInt256 raw, ref Fault fault) =>
        UInt256.WrappingAdd(Decimal18.MultiplyUp(raw, RelativeError, ref fault), UInt256.One);
}
