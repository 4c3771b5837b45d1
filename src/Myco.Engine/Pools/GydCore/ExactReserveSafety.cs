using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>gyd-core's ReserveSafetyManager to the last digit: whether an order leaves the reserve's weights where they may be.</summary>
/// <remarks>18 decimals, rounded down where nothing else is said; allocates nothing. Source: spec/04-onchain-math.md §1.9.</remarks>
/// <param name="largestDeviation">By which part of its target a vault's weight may differ from it.</param>
/// <param name="minimumPrice">A vault needs one token of at least this price.</param>
public sealed class ExactReserveSafety(in UInt256 largestDeviation, in UInt256 minimumPrice)
{
    private const byte FixedDecimals = 18;

    /// <summary>By which part of its target a vault's weight may differ from it.</summary>
    public UInt256 LargestDeviation { get; } = largestDeviation;

    /// <summary>A vault needs one token of at least this price.</summary>
    public UInt256 MinimumPrice { get; } = minimumPrice;

    /// <summary>Why the mint is not safe: <see cref="Revert.PriceTooSmall"/> before <see cref="Revert.NotSafeToMint"/>; None when it is.</summary>
    /// <param name="vaults">The reserve with the order.</param>
    /// <param name="safeties">One per vault, written.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    public Revert CheckMint(ReadOnlySpan<ExactTranche> vaults, Span<ExactTrancheSafety> safeties, ref Fault fault)
    {
        ExactOrderSafety safety = Evaluate(isMint: true, vaults, safeties, ref fault);
        return !safety.AllPricesLargeEnough ? Revert.PriceTooSmall
            : safety.IsPegSafe && safety.AreWeightsSafe ? Revert.None
            : Revert.NotSafeToMint;
    }

    /// <summary>Why the redemption is not safe: <see cref="Revert.NotEnoughReserve"/>, <see cref="Revert.PriceTooSmall"/>,
    /// <see cref="Revert.NotSafeToRedeem"/>, in this order; None when it is. Pegs are not looked at.</summary>
    /// <param name="vaults">The reserve with the order.</param>
    /// <param name="safeties">One per vault, written unless a vault holds too little.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    public Revert CheckRedeem(ReadOnlySpan<ExactTranche> vaults, Span<ExactTrancheSafety> safeties, ref Fault fault)
    {
        foreach (ExactTranche vault in vaults)
        {
            if (vault.Balance < vault.Amount)
            {
                return Revert.NotEnoughReserve;
            }
        }

        ExactOrderSafety safety = Evaluate(isMint: false, vaults, safeties, ref fault);
        return !safety.AllPricesLargeEnough ? Revert.PriceTooSmall
            : safety.AreWeightsSafe ? Revert.None
            : Revert.NotSafeToRedeem;
    }

    /// <summary>Everything that the two checks decide by.</summary>
    /// <param name="isMint">Whether the amounts are added to the reserve; else they are taken from it.</param>
    /// <param name="vaults">The reserve with the order.</param>
    /// <param name="safeties">One per vault, written.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    /// <exception cref="ArgumentException">There are more vaults than room for what is found.</exception>
    public ExactOrderSafety Evaluate(bool isMint, ReadOnlySpan<ExactTranche> vaults, Span<ExactTrancheSafety> safeties, ref Fault fault)
    {
        CheckRoom(vaults.Length, safeties.Length);
        UInt256 total = default;
        for (int i = 0; i < vaults.Length; i++)
        {
            UInt256 value = Decimal18.MultiplyDown(ResultingAmount(vaults[i], isMint, ref fault), vaults[i].Price, ref fault);
            safeties[i] = new(value, IsOnPeg(vaults[i]), HasPriceLargeEnough(vaults[i]), IsWithinBand: false);
            total = UInt256.Add(total, value, ref fault);
        }

        ExactOrderSafety order = new(true, true, true, true, true, true);
        for (int i = 0; i < vaults.Length; i++)
        {
            UInt256 weight = Weight(safeties[i].ResultingWeight, total, ref fault);
            safeties[i] = safeties[i] with { ResultingWeight = weight, IsWithinBand = IsWithinBand(vaults[i], weight, ref fault) };
            order = With(order, isMint, vaults[i], safeties[i]);
        }

        return order;
    }

    /// <summary>weights[i] = the part of amount·price in the whole; all 0 when that is 0.</summary>
    /// <param name="amounts">What is held of each, 18 decimals.</param>
    /// <param name="prices">One price each.</param>
    /// <param name="weights">One weight each, written; neither of the inputs.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    /// <returns>The value of all.</returns>
    /// <exception cref="ArgumentException">The lists have different lengths.</exception>
    public static UInt256 Weights(ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> prices, Span<UInt256> weights, ref Fault fault)
    {
        CheckRoom(amounts.Length, weights.Length);
        CheckRoom(amounts.Length, prices.Length);
        UInt256 total = default;
        for (int i = 0; i < amounts.Length; i++)
        {
            weights[i] = Decimal18.MultiplyDown(amounts[i], prices[i], ref fault);
            total = UInt256.Add(total, weights[i], ref fault);
        }

        for (int i = 0; i < amounts.Length; i++)
        {
            weights[i] = Weight(weights[i], total, ref fault);
        }

        return total;
    }

    private static UInt256 Weight(in UInt256 value, in UInt256 total, ref Fault fault) =>
        total.IsZero ? default : Decimal18.DivideDown(value, total, ref fault);

    private static ExactOrderSafety With(in ExactOrderSafety order, bool isMint, ExactTranche vault, in ExactTrancheSafety found) => new(
        order.AllWithinBand && found.IsWithinBand,
        order.AllOnPeg && found.IsOnPeg,
        order.AllPricesLargeEnough && found.HasPriceLargeEnough,
        order.OutsideComesCloser && (found.IsWithinBand || Distance(vault, found.ResultingWeight) < Distance(vault, vault.CurrentWeight)),
        order.OffPegFalls && (found.IsOnPeg || found.ResultingWeight < vault.CurrentWeight),
        order.CanOperateOffPeg && (!isMint || !IsBelowPeg(vault)));

    private static UInt256 ResultingAmount(ExactTranche vault, bool isMint, ref Fault fault)
    {
        UInt256 amount = isMint
            ? UInt256.Add(vault.Balance, vault.Amount, ref fault)
            : UInt256.Subtract(vault.Balance, vault.Amount, ref fault);
        return vault.Decimals <= FixedDecimals
            ? UInt256.Multiply(amount, PowerOfTen(FixedDecimals - vault.Decimals, ref fault), ref fault)
            : UInt256.Divide(amount, PowerOfTen(vault.Decimals - FixedDecimals, ref fault), ref fault);
    }

    private static UInt256 PowerOfTen(int exponent, ref Fault fault)
    {
        UInt256 power = UInt256.One;
        for (int i = 0; i < exponent; i++)
        {
            power = UInt256.Multiply(power, 10, ref fault);
        }

        return power;
    }

    private bool IsWithinBand(ExactTranche vault, in UInt256 weight, ref Fault fault) =>
        Distance(vault, weight) <= Decimal18.MultiplyUp(vault.TargetWeight, LargestDeviation, ref fault);

    private static UInt256 Distance(ExactTranche vault, in UInt256 weight) =>
        weight < vault.TargetWeight ? UInt256.WrappingSubtract(vault.TargetWeight, weight) : UInt256.WrappingSubtract(weight, vault.TargetWeight);

    private bool HasPriceLargeEnough(ExactTranche vault)
    {
        foreach (ref readonly ExactPricedToken token in vault.Tokens)
        {
            if (token.Price >= MinimumPrice)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnPeg(ExactTranche vault)
    {
        foreach (ref readonly ExactPricedToken token in vault.Tokens)
        {
            if (!token.IsOnPeg)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBelowPeg(ExactTranche vault)
    {
        foreach (ref readonly ExactPricedToken token in vault.Tokens)
        {
            if (token.IsBelowPeg)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckRoom(int count, int room)
    {
        if (count > room)
        {
            throw new ArgumentException($"{room} entries for {count} vaults; give one entry a vault.");
        }
    }
}
