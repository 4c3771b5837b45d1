using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The prices of a 3-CLP before any trade, 18 decimals. Formula: spec/04-onchain-math.md §1.6.</summary>
internal static class Clp3MarginalPayout
{
    /// <summary>⌈(B + v)/(A + v)⌉: token A in token B (calcSpotPrice01in2, of which B is token 2).</summary>
    /// <remarks><see cref="Revert.ZeroDivision"/>, overflows.</remarks>
    public static UInt256 OfAInB(in UInt256 balanceA, in UInt256 balanceB, in UInt256 virtualOffset, ref Fault fault) =>
        OffsetHyperbola.MarginalPayout(balanceA, virtualOffset, balanceB, virtualOffset, ref fault);
}
