using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A pool in the vault: swaps and liquidity with scaling, rates, fees and limits, to the last digit and revert of the contract.</summary>
/// <typeparam name="TPool">The pool's mathematics.</typeparam>
/// <typeparam name="THook">The pool's hook, or <see cref="NoHook"/>.</typeparam>
/// <remarks>Every operation either stands whole or leaves the state untouched and names the revert; none allocates or throws. Amounts are raw, in the tokens' own
/// decimals; pool tokens (BPT) have 18. Whose tokens they are is not known here. Not for several threads at once. Source: spec/04-onchain-math.md §1.10 to §1.12.</remarks>
public sealed partial class VaultPool<TPool, THook>
    where TPool : struct, IPool
    where THook : struct, IVaultHook
{
    private readonly THook _hook;
    private TPool _pool;

    /// <summary>The pool over that state.</summary>
    /// <exception cref="ArgumentException">State and pool differ in their number of tokens.</exception>
    public VaultPool(VaultState state, TPool pool, THook hook)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = state;
        _hook = hook;
        Pool = pool;
    }

    /// <summary>What the vault stores.</summary>
    public VaultState State { get; }

    /// <summary>The pool's mathematics; set anew where time moves it (an amplification, weights).</summary>
    /// <exception cref="ArgumentException">State and pool differ in their number of tokens.</exception>
    public TPool Pool
    {
        get => _pool;
        set => _pool = value.TokenCount == State.TokenCount ? value : throw TokenCountsDiffer(value.TokenCount, State.TokenCount);
    }

    private static ArgumentException TokenCountsDiffer(int pool, int state) =>
        new($"The pool has {pool} tokens, the state {state}; give both the same.", nameof(pool));

    // The one amount that is not zero; on chain the list is read the same way for deposits (scaled) and withdrawals (raw).
    private static int SingleToken(ReadOnlySpan<UInt256> amounts, ref Fault fault)
    {
        int token = -1;
        for (int i = 0; i < amounts.Length; i++)
        {
            if (amounts[i].IsZero)
            {
                continue;
            }

            if (token >= 0)
            {
                fault.Raise(Revert.MultipleNonZeroInputs);
            }

            token = i;
        }

        if (token < 0)
        {
            fault.Raise(Revert.AllZeroInputs);
        }

        return token;
    }
}
