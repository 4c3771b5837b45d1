using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Golden;

/// <summary>The vault's operations on one kind of pool, as <c>vault.json</c> names them.</summary>
internal static class VaultCalls<TPool, THook>
    where TPool : struct, IPool
    where THook : struct, IVaultHook
{
    /// <summary>Runs the call on a fresh state and takes down its result and the state after it.</summary>
    public static void Run(string function, GoldenCall call, TPool pool, THook hook)
    {
        VaultState? state = VaultStates.Read(call);
        if (state is null)
        {
            return;
        }

        VaultPool<TPool, THook> vault = new(state, pool, hook);
        if (function is "swapExactIn" or "swapExactOut")
        {
            Swap(vault, function == "swapExactIn" ? SwapKind.ExactIn : SwapKind.ExactOut, call);
        }
        else if (function.StartsWith("add", StringComparison.Ordinal))
        {
            Add(vault, function, call);
        }
        else
        {
            Remove(vault, function, call);
        }

        VaultStates.Return(call, state);
    }

    private static void Swap(VaultPool<TPool, THook> vault, SwapKind kind, GoldenCall call)
    {
        SwapReceipt receipt = vault.Swap(kind, call.Index("indexIn"), call.Index("indexOut"), call.UInt("amountGiven"), call.UInt("limit"));
        call.Fault.Raise(receipt.Revert);
        call.Return("amountIn", receipt.AmountIn);
        call.Return("amountOut", receipt.AmountOut);
    }

    private static void Add(VaultPool<TPool, THook> vault, string function, GoldenCall call)
    {
        UInt256[] amounts = call.UInts(function is "addUnbalanced" or "addDonation" ? "amountsIn" : "maxAmountsIn");
        LiquidityReceipt receipt = function switch
        {
            "addProportional" => vault.AddProportional(call.UInt("bptAmountOut"), amounts, amounts),
            "addUnbalanced" => vault.AddUnbalanced(amounts, call.UInt("minBptAmountOut")),
            "addSingleTokenExactOut" => vault.AddSingleTokenExactOut(call.UInt("bptAmountOut"), amounts, amounts),
            _ => vault.Donate(amounts),
        };
        call.Fault.Raise(receipt.Revert);
        call.Return("bptAmountOut", receipt.PoolTokens);
        call.Return("amountsIn", amounts);
    }

    private static void Remove(VaultPool<TPool, THook> vault, string function, GoldenCall call)
    {
        UInt256[] amounts = call.UInts("minAmountsOut");
        bool afterAdd = function == "removeProportionalAfterAdd";
        if (afterAdd)
        {
            var unlimited = new UInt256[amounts.Length];
            Array.Fill(unlimited, UInt256.MaxValue >> 128);
            call.Fault.Raise(vault.AddProportional(call.UInt("addedBptBefore"), unlimited, unlimited).Revert);
        }

        LiquidityReceipt receipt = function switch
        {
            "removeSingleTokenExactIn" => vault.RemoveSingleTokenExactIn(call.UInt("bptAmountIn"), amounts, amounts),
            "removeSingleTokenExactOut" => vault.RemoveSingleTokenExactOut(amounts, call.UInt("maxBptAmountIn")),
            _ => vault.RemoveProportional(call.UInt("bptAmountIn"), amounts, amounts, afterAdd),
        };
        call.Fault.Raise(receipt.Revert);
        call.Return("bptAmountIn", receipt.PoolTokens);
        call.Return("amountsOut", amounts);
    }
}
