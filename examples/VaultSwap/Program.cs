// A swap as the vault makes it: tokens of 6 and 18 decimals, a swap fee, a part of it for the protocol.
using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

WeightedPool pool = new(WeightedParameters.Create(
    weights: [800_000_000_000_000_000UL, 200_000_000_000_000_000UL], decimals: [18, 6]));

// Raw amounts, in each token's own decimals; pool tokens have 18.
VaultToken[] tokens = [VaultToken.Plain(decimals: 18), VaultToken.Plain(decimals: 6)];
UInt256[] balances = [UInt256.Parse("4000000000000000000000"), 2_500_000_000_000UL];
UInt256[] live = [balances[0], UInt256.Parse("2500000000000000000000000")];
Require(VaultFees.TryCreate(swap: 3_000_000_000_000_000UL, aggregateSwap: 500_000_000_000_000_000UL, aggregateYield: default, out VaultFees fees));
Require(VaultState.TryCreate(tokens, balances, live, totalSupply: UInt256.Parse("10000000000000000000000"), fees, out VaultState? state));
VaultPool<WeightedPool, NoHook> vault = new(state!, pool, hook: default);

SwapReceipt receipt = vault.Swap(SwapKind.ExactIn, tokenIn: 1, tokenOut: 0, amountGiven: 10_000_000_000UL, limit: default);
Console.WriteLine($"{receipt.Revert}: {receipt.AmountIn} in, {receipt.AmountOut} out, {receipt.AggregateFee} for the protocol");
Console.WriteLine($"the vault holds {vault.State.BalancesRaw[0]} and {vault.State.BalancesRaw[1]}");

// The limit is the least that may be paid out; an operation stands whole or leaves the state untouched.
SwapReceipt refused = vault.Swap(SwapKind.ExactIn, tokenIn: 1, tokenOut: 0, amountGiven: 10_000_000_000UL, limit: receipt.AmountOut);
Console.WriteLine($"{refused.Revert}: the vault still holds {vault.State.BalancesRaw[0]}");

static void Require(Revert revert)
{
    if (revert != Revert.None)
    {
        throw new InvalidOperationException($"{revert}");
    }
}
