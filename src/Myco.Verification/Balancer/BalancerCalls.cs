using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Golden;
using Myco.Verification.Vectors;

namespace Myco.Verification.Balancer;

/// <summary>The operations of a pool file through the vault, with neutral limits.</summary>
/// <param name="file">The state.</param>
/// <param name="pool">The pool's mathematics.</param>
/// <param name="hook">The pool's hook.</param>
internal sealed class BalancerCalls<TPool, THook>(BalancerPoolFile file, TPool pool, THook hook) : IBalancerCalls
    where TPool : struct, IPool
    where THook : struct, IVaultHook
{
    private const string Amount = "";
    private static readonly UInt256 Unlimited = UInt256.MaxValue >> 128;

    /// <inheritdoc/>
    public VectorNode Run(string kind, GoldenCall call)
    {
        VaultPool<TPool, THook> vault = new(file.ToState(), pool, hook);
        return kind switch
        {
            "swap 0" => Swap(vault, SwapKind.ExactIn, call),
            "swap 1" => Swap(vault, SwapKind.ExactOut, call),
            "add Unbalanced" => Given("bptOutRaw", call, vault.AddUnbalanced(call.UInts("inputAmountsRaw"), default)),
            "add SingleToken" => Calculated("inputAmountsRaw", call, Unlimited, limits =>
                vault.AddSingleTokenExactOut(call.UInt("bptOutRaw"), limits, limits)),
            "remove Proportional" => Calculated("amountsOutRaw", call, null, limits =>
                vault.RemoveProportional(call.UInt("bptInRaw"), limits, limits)),
            "remove SingleTokenExactIn" => Calculated("amountsOutRaw", call, UInt256.One, limits =>
                vault.RemoveSingleTokenExactIn(call.UInt("bptInRaw"), limits, limits)),
            "remove SingleTokenExactOut" => Given("bptInRaw", call, vault.RemoveSingleTokenExactOut(call.UInts("amountsOutRaw"), UInt256.MaxValue)),
            _ => throw call.Input.Problem(
                $"cannot be replayed: '{kind}' is no kind of case; known are swap 0 and 1, add Unbalanced and SingleToken, remove Proportional, SingleTokenExactIn and SingleTokenExactOut"),
        };
    }

    private VectorNode Swap(VaultPool<TPool, THook> vault, SwapKind kind, GoldenCall call)
    {
        bool exactIn = kind == SwapKind.ExactIn;
        SwapReceipt receipt = vault.Swap(
            kind, file.TokenOf(call.Input["tokenIn"]), file.TokenOf(call.Input["tokenOut"]), call.UInt("amountRaw"), exactIn ? default : UInt256.MaxValue);
        call.Fault.Raise(receipt.Revert);
        call.Return(Amount, exactIn ? receipt.AmountOut : receipt.AmountIn);
        return call.Input["outputRaw"];
    }

    private static VectorNode Given(string key, GoldenCall call, LiquidityReceipt receipt)
    {
        call.Fault.Raise(receipt.Revert);
        call.Return(Amount, receipt.PoolTokens);
        return call.Input[key];
    }

    /// <summary>Amounts that are calculated; their limits also name the one token that is meant, by the only entry that is not zero.</summary>
    private static VectorNode Calculated(string key, GoldenCall call, UInt256? limitOfToken, Func<UInt256[], LiquidityReceipt> operation)
    {
        UInt256[] amounts = call.UInts(key);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = amounts[i].IsZero ? default : limitOfToken ?? default;
        }

        call.Fault.Raise(operation(amounts).Revert);
        call.Return(Amount, amounts);
        return call.Input[key];
    }
}
