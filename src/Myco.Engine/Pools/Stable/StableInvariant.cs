using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>The stable invariant D, and the balance of a token given D, by the contract's own truncated iterations.</summary>
/// <remarks>The integers decide: the iteration may end one off either way, or never, where it falls into a cycle. Source: spec/04-onchain-math.md §1.14.</remarks>
internal static class StableInvariant
{
    private const int Rounds = 255;

    // The amplification's unit: A is stored times 1000.
    private const ulong Precision = 1_000;

    private static readonly Divisor ByPrecision = new(Precision);

    /// <summary>D of these balances; 0 of none.</summary>
    /// <param name="amplification">A·1000.</param>
    /// <param name="balances">18 decimals, 2 to 8 of them.</param>
    /// <param name="fault"><see cref="Revert.StableInvariantDidNotConverge"/>, and what the arithmetic refuses.</param>
    public static UInt256 Compute(in UInt256 amplification, ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        // Spec §1.14: D ← ((Ann·Σ div 1000 + P·n)·D) div ((Ann − 1000)·D div 1000 + (n + 1)·P).
        UInt256 sum = Sum(balances, ref fault);
        if (sum.IsZero || !TokenAmounts.Holds(balances, ref fault))
        {
            return default;
        }

        UInt256 count = (ulong)balances.Length;
        UInt256 ann = UInt256.Multiply(amplification, count, ref fault);
        UInt256 scaledSum = ByPrecision.Divide(UInt256.Multiply(ann, sum, ref fault));
        Span<RepeatedDivisor> divisors = stackalloc RepeatedDivisor[balances.Length];
        SetDivisors(balances, divisors, ref fault);
        UInt256 d = sum;
        for (int round = 0; round < Rounds && !fault.IsRaised; round++)
        {
            UInt256 p = ProductTerm(divisors, d, ref fault);
            UInt256 numerator = UInt256.Multiply(
                UInt256.Add(scaledSum, UInt256.Multiply(p, count, ref fault), ref fault), d, ref fault);
            UInt256 scaled = ByPrecision.Divide(UInt256.Multiply(UInt256.Subtract(ann, Precision, ref fault), d, ref fault));
            UInt256 denominator = UInt256.Add(
                scaled, UInt256.Multiply(UInt256.WrappingAdd(count, UInt256.One), p, ref fault), ref fault);
            UInt256 next = UInt256.Divide(numerator, denominator, ref fault);
            if (IsWithinOne(next, d))
            {
                return next;
            }

            d = next;
        }

        fault.Raise(Revert.StableInvariantDidNotConverge);
        return default;
    }

    /// <summary>The balance of one token at which these balances, but for its own, have the invariant; rounded up.</summary>
    /// <param name="amplification">A·1000.</param>
    /// <param name="balances">18 decimals, 2 to 8 of them.</param>
    /// <param name="token">The token asked.</param>
    /// <param name="invariant">D.</param>
    /// <param name="fault"><see cref="Revert.StableComputeBalanceDidNotConverge"/>, and what the arithmetic refuses.</param>
    public static UInt256 Balance(
        in UInt256 amplification, ReadOnlySpan<UInt256> balances, int token, in UInt256 invariant, ref Fault fault)
    {
        // Spec §1.14: y ← ⌈(y·y + c) div (2y + β − D)⌉.
        if (!TokenAmounts.Holds(balances, ref fault) || !TokenPair.IsToken(token, balances.Length, ref fault))
        {
            return default;
        }

        UInt256 count = (ulong)balances.Length;
        UInt256 ann = UInt256.Multiply(amplification, count, ref fault);
        UInt256 sum = balances[0];
        UInt256 p = UInt256.Multiply(balances[0], count, ref fault);
        for (int j = 1; j < balances.Length; j++)
        {
            UInt256 product = UInt256.Multiply(UInt256.Multiply(p, balances[j], ref fault), count, ref fault);
            p = UInt256.Divide(product, invariant, ref fault);
            sum = UInt256.Add(sum, balances[j], ref fault);
        }

        sum = UInt256.Subtract(sum, balances[token], ref fault);
        UInt256 square = UInt256.Multiply(invariant, invariant, ref fault);
        UInt256 c = UInt256.Multiply(
            UInt256.DivideUp(UInt256.Multiply(square, Precision, ref fault), UInt256.Multiply(ann, p, ref fault), ref fault),
            balances[token],
            ref fault);
        UInt256 beta = UInt256.Add(
            sum, UInt256.Divide(UInt256.Multiply(invariant, Precision, ref fault), ann, ref fault), ref fault);
        return Iterate(square, c, beta, invariant, ref fault);
    }

    /// <summary>P = D·Π D/(b·n), cut at every step: D itself where the balances are equal.</summary>
    internal static UInt256 ProductTerm(ReadOnlySpan<UInt256> balances, in UInt256 invariant, ref Fault fault)
    {
        Span<RepeatedDivisor> divisors = stackalloc RepeatedDivisor[balances.Length];
        SetDivisors(balances, divisors, ref fault);
        return ProductTerm(divisors, invariant, ref fault);
    }

    private static UInt256 ProductTerm(ReadOnlySpan<RepeatedDivisor> divisors, in UInt256 invariant, ref Fault fault)
    {
        UInt256 p = invariant;
        foreach (ref readonly RepeatedDivisor divisor in divisors)
        {
            p = divisor.Divide(UInt256.Multiply(p, invariant, ref fault), ref fault);
        }

        return p;
    }

    private static void SetDivisors(ReadOnlySpan<UInt256> balances, Span<RepeatedDivisor> divisors, ref Fault fault)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            divisors[i] = new(UInt256.Multiply(balances[i], (ulong)balances.Length, ref fault));
        }
    }

    private static UInt256 Iterate(in UInt256 square, in UInt256 c, in UInt256 beta, in UInt256 invariant, ref Fault fault)
    {
        UInt256 y = UInt256.DivideUp(
            UInt256.Add(square, c, ref fault), UInt256.Add(invariant, beta, ref fault), ref fault);
        for (int round = 0; round < Rounds && !fault.IsRaised; round++)
        {
            UInt256 numerator = UInt256.Add(UInt256.Multiply(y, y, ref fault), c, ref fault);
            UInt256 twice = UInt256.Add(y, y, ref fault);
            UInt256 denominator = UInt256.Subtract(UInt256.Add(twice, beta, ref fault), invariant, ref fault);
            UInt256 next = UInt256.DivideUp(numerator, denominator, ref fault);
            if (IsWithinOne(next, y))
            {
                return next;
            }

            y = next;
        }

        fault.Raise(Revert.StableComputeBalanceDidNotConverge);
        return default;
    }

    private static UInt256 Sum(ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        UInt256 sum = default;
        foreach (ref readonly UInt256 balance in balances)
        {
            sum = UInt256.Add(sum, balance, ref fault);
        }

        return sum;
    }

    private static bool IsWithinOne(in UInt256 left, in UInt256 right)
    {
        UInt256 distance = left > right ? UInt256.WrappingSubtract(left, right) : UInt256.WrappingSubtract(right, left);
        return distance <= UInt256.One;
    }
}
