using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>The marginal price of a stable pool, which the contract does not compute.</summary>
/// <remarks>The gradient of the invariant's equation Ann·Σ + D = Ann·D + P, P = D·Π D/(b·n): each ∂/∂b is Ann + P/b.</remarks>
internal static class StableMarginalPayout
{
    /// <summary>⌊10¹⁸·b_out·(Ann·b_in + 1000·P) / (b_in·(Ann·b_out + 1000·P))⌋: units of token out for one of token in.</summary>
    /// <param name="amplification">A·1000.</param>
    /// <param name="balances">18 decimals.</param>
    /// <param name="tokenIn">The token paid in.</param>
    /// <param name="tokenOut">The token paid out.</param>
    /// <param name="invariant">D of the balances; P from it is cut as in the iteration.</param>
    /// <param name="fault">A list or tokens of no pool, and what the arithmetic refuses.</param>
    public static UInt256 Compute(
        in UInt256 amplification, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 invariant, ref Fault fault)
    {
        if (!TokenAmounts.Holds(balances, ref fault) || !TokenPair.IsValid(tokenIn, tokenOut, balances.Length, ref fault))
        {
            return default;
        }

        UInt256 ann = UInt256.Multiply(amplification, (ulong)balances.Length, ref fault);
        UInt256 p = UInt256.Multiply(StableInvariant.ProductTerm(balances, invariant, ref fault), 1_000UL, ref fault);
        UInt256 slopeIn = UInt256.Add(UInt256.Multiply(ann, balances[tokenIn], ref fault), p, ref fault);
        UInt256 slopeOut = UInt256.Add(UInt256.Multiply(ann, balances[tokenOut], ref fault), p, ref fault);
        UInt256 numerator = UInt256.Multiply(balances[tokenOut], slopeIn, ref fault);
        UInt256 denominator = UInt256.Multiply(balances[tokenIn], slopeOut, ref fault);
        return MultiplyDivide.Down(numerator, Decimal18.One, denominator, ref fault);
    }
}
