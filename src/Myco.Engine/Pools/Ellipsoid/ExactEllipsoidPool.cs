using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>A pool on one surface with its price box: the contract's entry points, and what a vault calls.</summary>
/// <remarks><para>An amount out, or shares, of zero are refused with <see cref="Revert.AmountOutZero"/>, last of all; deposits are held to the price box.</para>
/// <para>For the vault the invariant is R over the power of two that t stays below: about the size of the balances; a balance for a wanted invariant is that of
/// the deposit for, or the burn of, as many shares. Source: spec/06-exact-ellipsoid.md, fixtures/solidity/contracts/EllipsoidPool.sol.</para></remarks>
/// <param name="parameters">The surface.</param>
/// <param name="box">The price box, of as many assets.</param>
public readonly struct ExactEllipsoidPool(ExactEllipsoidParameters parameters, ExactPriceBox box) : IPool
{
    private const ulong One = 1_000_000_000_000_000_000;

    /// <inheritdoc/>
    public int TokenCount => parameters.Count;

    /// <summary>The least ratio by which one removal may change the invariant: 10⁻¹⁸, the surface itself being the limit.</summary>
    public UInt256 MinimumInvariantRatio => 1;

    /// <summary>The largest ratio by which one deposit may change the invariant, 18 decimals: 2¹¹³, the surface itself being the limit.</summary>
    public UInt256 MaximumInvariantRatio => UInt256.WrappingMultiply(One, UInt256.One << ExactEllipsoidPoint.BalanceBits);

    /// <inheritdoc/>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (kind == SwapKind.ExactOut)
        {
            return ExactEllipsoidSwap.ExactOut(parameters, balances, tokenIn, tokenOut, amount, ref fault);
        }

        return Positive(ExactEllipsoidSwap.ExactIn(parameters, balances, tokenIn, tokenOut, amount, ref fault), ref fault);
    }

    /// <summary>Shares for a deposit of any vector, held to the price box; see <see cref="ExactEllipsoidMint.InBox"/>.</summary>
    public UInt256 Mint(ReadOnlySpan<UInt256> balances, ReadOnlySpan<UInt256> deposit, in UInt256 supply, ref Fault fault) =>
        Positive(ExactEllipsoidMint.InBox(parameters, box, balances, deposit, supply, ref fault), ref fault);

    /// <summary>The amount of one asset for wanted shares, held to the price box; see <see cref="ExactEllipsoidSingle.DepositInBox"/>.</summary>
    public UInt256 DepositSingle(ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault) =>
        ExactEllipsoidSingle.DepositInBox(parameters, box, balances, asset, shares, supply, ref fault);

    /// <summary>The amount of one asset for burnt shares; see <see cref="ExactEllipsoidSingle.Burn"/>.</summary>
    public UInt256 BurnSingle(ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault) =>
        Positive(ExactEllipsoidSingle.Burn(parameters, balances, asset, shares, supply, ref fault), ref fault);

    /// <inheritdoc/>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        UInt256 lower = ExactEllipsoidInvariant.Bounds(parameters, balances, out UInt256 upper, ref fault);
        return rounding == Rounding.Down ? lower >> parameters.LinearBits : new RootScale(0, -parameters.LinearBits).Up(upper);
    }

    /// <inheritdoc/>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if ((uint)token >= (uint)balances.Length)
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        if (invariantRatio == One)
        {
            return balances[token];
        }

        return invariantRatio > One
            ? UInt256.WrappingAdd(balances[token], ExactEllipsoidSingle.Deposit(parameters, balances, token, UInt256.WrappingSubtract(invariantRatio, One), One, ref fault))
            : UInt256.WrappingSubtract(balances[token], ExactEllipsoidSingle.Burn(parameters, balances, token, UInt256.WrappingSubtract(One, invariantRatio), One, ref fault));
    }

    /// <summary>Refuses an amount of zero with <see cref="Revert.AmountOutZero"/>.</summary>
    internal static void RequirePositive(in UInt256 amount, ref Fault fault)
    {
        if (amount.IsZero)
        {
            fault.Raise(Revert.AmountOutZero);
        }
    }

    private static UInt256 Positive(in UInt256 amount, ref Fault fault)
    {
        RequirePositive(amount, ref fault);
        return amount;
    }
}
