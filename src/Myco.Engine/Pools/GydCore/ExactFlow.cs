using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>A flow that fades from block to block, as gyd-core computes it, to the last digit.</summary>
/// <remarks>18 decimals, everything rounded down. Source: spec/04-onchain-math.md §1.8.</remarks>
public static class ExactFlow
{
    /// <summary>⌊flow·memory^(block − lastBlock)⌋; the flow itself when it is zero or no block has passed.</summary>
    /// <remarks><see cref="Revert.NonPositiveDelta"/> when blocks run backward.</remarks>
    public static UInt256 Update(in UInt256 flow, in UInt256 block, in UInt256 lastBlock, in UInt256 memory, ref Fault fault)
    {
        if (flow.IsZero || block == lastBlock)
        {
            return flow;
        }

        if (block < lastBlock)
        {
            fault.Raise(Revert.NonPositiveDelta);
            return default;
        }

        return Decimal18.MultiplyDown(flow, PowerDown(memory, UInt256.Subtract(block, lastBlock, ref fault), ref fault), ref fault);
    }

    /// <summary>value^exponent by repeated squaring, each product rounded down; 1 for an exponent of 0.</summary>
    /// <remarks>The value is squared once more after the exponent's last bit, as on chain: a large one can refuse there
    /// (<see cref="Revert.MultiplicationOverflow"/>) although the power would fit.</remarks>
    public static UInt256 PowerDown(in UInt256 value, in UInt256 exponent, ref Fault fault)
    {
        UInt256 power = Decimal18.One, square = value;
        for (UInt256 rest = exponent; !rest.IsZero; rest >>= 1)
        {
            if ((rest.Limb0 & 1) != 0)
            {
                power = Decimal18.MultiplyDown(power, square, ref fault);
            }

            square = Decimal18.MultiplyDown(square, square, ref fault);
        }

        return power;
    }
}
