using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A weight or multiplier as the contract stores it: 32 bits, in units of 10⁻⁹.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.17.</remarks>
internal static class WeightPacking
{
    private const long Unit = 1_000_000_000;

    /// <summary>value/10⁹, cut toward zero, of a value with 18 decimals; <see cref="Revert.WeightOverflow"/> outside 32 signed bits.</summary>
    public static int Pack(in Int256 value, ref Fault fault)
    {
        Int256 packed = Int256.Divide(value, Unit, ref fault);
        if (packed > (long)int.MaxValue || packed < (long)int.MinValue)
        {
            fault.Raise(Revert.WeightOverflow);
            return 0;
        }

        return (int)packed.Bits.Limb0;
    }

    /// <summary>packed·10⁹: the value with 18 decimals.</summary>
    public static Int256 Unpack(int packed) => packed * Unit;
}
