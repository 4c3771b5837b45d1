using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The price of a 2-CLP before any trade, 18 decimals. Formula: spec/04-onchain-math.md §1.4.</summary>
public static class Clp2MarginalPayout
{
    /// <summary>⌈(B + b)/(A + a)⌉: token A in token B, for balances A, B and offsets a, b (calcSpotPriceAinB).</summary>
    /// <remarks><see cref="Revert.ZeroDivision"/>, overflows.</remarks>
    public static UInt256 OfAInB(in UInt256 balanceA, in UInt256 offsetA, in UInt256 balanceB, in UInt256 offsetB, ref Fault fault)
    {
        UInt256 virtualB = UInt256.Add(balanceB, offsetB, ref fault), virtualA = UInt256.Add(balanceA, offsetA, ref fault);
        return Decimal18.DivideUp(virtualB, virtualA, ref fault);
    }
}
