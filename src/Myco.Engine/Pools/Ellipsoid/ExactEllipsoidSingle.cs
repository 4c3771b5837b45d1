using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Liquidity in one asset: the deposit for wanted shares, and burning into one asset.</summary>
/// <remarks>Both are the swap's quadratic with R itself as the asset that changes: D = R·shares/supply. Source: spec/06-exact-ellipsoid.md §2, §8,
/// fixtures/solidity/PROOF.md; refusals in the order of fixtures/solidity/README.md.</remarks>
internal static class ExactEllipsoidSingle
{
    private const int GrowthBits = 131;

    /// <summary>The amount of one asset that mints at least these shares, never below the exact value: the smaller root of
    /// H_jj·d² − 2B·d + C = 0, B = a_j + D·t_j, C = D·(2s + D).</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances.</param>
    /// <param name="asset">Index of the asset paid in.</param>
    /// <param name="shares">Wanted shares, at least 1.</param>
    /// <param name="supply">Shares outstanding, at least 1.</param>
    /// <param name="fault">The refusal: InvalidArgument, BalanceTooLarge, OutsideSurface, AmountOverflow, TradeLimit, PriceLimit.</param>
    public static UInt256 Deposit(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault)
    {
        if ((uint)asset >= (uint)parameters.Count || shares.IsZero || supply.IsZero)
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        UInt256 lower = Start(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 growth = ExactEllipsoidQuadratic.Up(ExactEllipsoidInvariant.Up(parameters, lower), shares, supply, ref fault);
        UInt256 excess = growth >> GrowthBits;
        if (!ExactEllipsoidPoint.IsBalance(excess))
        {
            fault.Raise(Revert.AmountOverflow);
        }

        return fault.IsRaised
            ? default
            : ForGrowth(parameters, point, balances, asset, growth, Math.Max(point.Length, ExactEllipsoidPoint.LengthOf(excess)), ref fault);
    }

    /// <summary>As <see cref="Deposit"/>, refused with <see cref="Revert.OutsidePriceBox"/> where it ends outside the price box and further out than it began.</summary>
    public static UInt256 DepositInBox(
        ExactEllipsoidParameters parameters, ExactPriceBox box, ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault)
    {
        UInt256 amount = Deposit(parameters, balances, asset, shares, supply, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Span<UInt256> room = stackalloc UInt256[2 * ExactEllipsoidParameters.LargestCount];
        Span<UInt256> deposit = room[..parameters.Count], total = room.Slice(ExactEllipsoidParameters.LargestCount, parameters.Count);
        deposit.Clear();
        deposit[asset] = amount;
        ExactEllipsoidMint.Add(balances, deposit, total, ref fault);
        ExactEllipsoidPoint.Locate(parameters, total, out ExactEllipsoidPoint after, ref fault);
        if (!fault.IsRaised)
        {
            BoxRule.Require(parameters, box, balances, deposit, after, ref fault);
        }

        return fault.IsRaised ? default : amount;
    }

    /// <summary>The amount of one asset for burnt shares, never above the exact value: the larger root of H_oo·y² + 2B·y − C = 0, B = a_o − D·t_o,
    /// C = D·(2s − D).</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances.</param>
    /// <param name="asset">Index of the asset paid out.</param>
    /// <param name="shares">Shares burnt, at least 1, fewer than the supply.</param>
    /// <param name="supply">Shares outstanding.</param>
    /// <param name="fault">The refusal: InvalidArgument, BalanceTooLarge, OutsideSurface, AmountOverflow, TradeLimit, BalanceExhausted, PriceLimit.</param>
    public static UInt256 Burn(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault)
    {
        if ((uint)asset >= (uint)parameters.Count || shares.IsZero || shares >= supply)
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        UInt256 lower = Start(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 fall = ExactEllipsoidQuadratic.Down(lower, shares, supply, ref fault);
        return ForFall(parameters, point, balances, asset, fall, ref fault);
    }

    /// <summary>The point and R_lo.</summary>
    private static UInt256 Start(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, out ExactEllipsoidPoint point, ref Fault fault)
    {
        ExactEllipsoidPoint.Locate(parameters, balances, out point, ref fault);
        return fault.IsRaised ? default : ExactEllipsoidInvariant.Down(parameters, balances, point.Root, ref fault);
    }

    private static UInt256 ForGrowth(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, ReadOnlySpan<UInt256> balances, int asset, in UInt256 growth, int length, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, length);
        Int256 price = Positive(ExactEllipsoidPrices.Down(parameters, point, k, asset, ref fault), Revert.OutsideSurface, ref fault);
        Int256 b = Int256.WrappingAdd(price, ShiftedProduct.Down(parameters.Linear[asset], growth, k));
        b = Positive(b, Revert.TradeLimit, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 w = UInt256.WrappingAdd(UInt256.WrappingAdd(point.Root, UInt256.One) << (parameters.Exponent + 1), growth);
        UInt256 quotient = ExactEllipsoidQuadratic.SmallerUp(b.Bits, growth, w, Curvature(parameters, asset), RootScale.OfInvariant(k, length), ref fault);
        UInt256 amount = new RootScale(0, -k).Up(quotient);
        ExactEllipsoidSwap.RequireDeposit(balances[asset], amount, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Int256 root = new(UInt256.WrappingAdd(point.Root << parameters.Exponent, growth));
        root = Int256.WrappingSubtract(root, ExactEllipsoidInvariant.Times(parameters.Linear[asset], amount.Low));
        ExactEllipsoidPrices.RequirePositive(parameters, point, root, k, new(asset, amount.Low, asset, 0), ref fault);
        return fault.IsRaised ? default : amount;
    }

    private static UInt256 ForFall(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, ReadOnlySpan<UInt256> balances, int asset, in UInt256 fall, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, point.Length);
        Int256 price = Positive(ExactEllipsoidPrices.Up(parameters, point, k, asset, ref fault), Revert.OutsideSurface, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Int256 b = Int256.WrappingSubtract(price, ShiftedProduct.Down(parameters.Linear[asset], fall, k));
        UInt256 root = point.Root << parameters.Exponent;
        Int256 w = new(UInt256.WrappingSubtract(root << 1, fall));
        UInt256 amount = ExactEllipsoidQuadratic.LargerDown(
            b, fall, w, Curvature(parameters, asset), RootScale.OfInvariant(k, point.Length), k, k, ref fault);
        if (!fault.IsRaised && amount > balances[asset])
        {
            fault.Raise(Revert.BalanceExhausted);
        }

        if (fault.IsRaised)
        {
            return default;
        }

        Int256 after = Int256.WrappingAdd(
            new(UInt256.WrappingSubtract(root, fall)), ExactEllipsoidInvariant.Times(parameters.Linear[asset], amount.Low));
        ExactEllipsoidPrices.RequirePositive(parameters, point, after, k, new(asset, 0, asset, amount.Low), ref fault);
        return fault.IsRaised ? default : amount;
    }

    private static Int256 Curvature(ExactEllipsoidParameters parameters, int asset) => parameters.Curvature[(asset * parameters.Count) + asset];

    private static Int256 Positive(in Int256 value, Revert otherwise, ref Fault fault)
    {
        if (!value.IsPositive)
        {
            fault.Raise(otherwise);
        }

        return value;
    }
}
