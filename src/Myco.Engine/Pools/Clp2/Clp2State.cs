using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>A 2-CLP at given balances: the invariant and the balances with offsets are kept.</summary>
/// <remarks>Quotes equal those of <see cref="Clp2Pool.OnSwap"/> to the last digit. The price is ⌈(O + o)/(I + i)⌉, offsets rounded as for a swap of token in,
/// without V2's margin. Source: spec/04-onchain-math.md §1.4, §1.5.</remarks>
public readonly struct Clp2State : IPoolState
{
    private readonly Clp2Parameters _parameters;
    private readonly UInt256 _invariant, _balance0, _balance1;

    /// <summary>Token 0 paid in for token 1, and the reverse.</summary>
    private readonly Kept<VirtualBalances> _forward, _backward;

    private Clp2State(Clp2Parameters parameters, in UInt256 balance0, in UInt256 balance1, in UInt256 invariant)
    {
        (_parameters, _invariant, _balance0, _balance1) = (parameters, invariant, balance0, balance1);
        _forward = Clp2Swap.Keep(parameters, balance0, balance1, 0, invariant);
        _backward = Clp2Swap.Keep(parameters, balance1, balance0, 1, invariant);
    }

    int IPoolState.TokenCount => _parameters is null ? 0 : 2;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than two balances;
    /// <see cref="Revert.None"/> and the pool otherwise.</returns>
    public static Revert TryPrepare(Clp2Parameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<Clp2State> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        pool = default;
        if (balances.Length != 2)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Down, ref fault);
        if (!fault.IsRaised)
        {
            pool = new(new(parameters, balances[0], balances[1], invariant));
        }

        return fault.ToRevert();
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) => tokenIn == 0
        ? OffsetHyperbola.Swap(kind, _forward, _balance1, amount, ref fault)
        : OffsetHyperbola.Swap(kind, _backward, _balance0, amount, ref fault);

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        UInt256 offsetIn = Clp2Invariant.VirtualOffset(_parameters, tokenIn, _invariant, Clp2Rounding.OfOffsetIn(_parameters.Version), ref fault);
        UInt256 offsetOut = Clp2Invariant.VirtualOffset(_parameters, tokenOut, _invariant, Rounding.Down, ref fault);
        return tokenIn == 0
            ? Clp2MarginalPayout.OfAInB(_balance0, offsetIn, _balance1, offsetOut, ref fault)
            : Clp2MarginalPayout.OfAInB(_balance1, offsetIn, _balance0, offsetOut, ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => _invariant;
}
