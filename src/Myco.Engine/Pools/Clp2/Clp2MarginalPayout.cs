using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The price of a 2-CLP before any trade, 18 decimals. Formula: spec/04-onchain-math.md §1.4.</summary>
internal static class Clp2MarginalPayout
{
    /// <summary>⌈(B + b)/(A + a)⌉: token A in token B, for balances A, B and offsets a, b (calcSpotPriceAinB).</summary>
    /// <remarks><see cref="Revert.ZeroDivision"/>, overflows.</remarks>
    public static UInt256 OfAInB(in UInt256 balanceA, in UInt256 offsetA, in UInt256 balanceB, in UInt256 offsetB, ref Fault fault) =>
        OffsetHyperbola.MarginalPayout(balanceA, offsetA, balanceB, offsetB, ref fault);
}
