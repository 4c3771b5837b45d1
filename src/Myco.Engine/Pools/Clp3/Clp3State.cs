using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>A 3-CLP at given balances: the invariant and the balances with offsets are kept.</summary>
/// <remarks>Quotes equal those of <see cref="Clp3Pool.OnSwap"/> to the last digit. The price is ⌈(O + v)/(I + v)⌉; the invariant is as the contract's iteration
/// ends, a unit or so on either side of the root. Source: spec/04-onchain-math.md §1.6.</remarks>
public readonly struct Clp3State : IPoolState
{
    private readonly UInt256 _invariant, _virtualOffset;
    private readonly TokenNumbers _balances, _virtualIn, _virtualOut;
    private readonly bool _isPrepared;

    private Clp3State(Clp3Parameters parameters, ReadOnlySpan<UInt256> balances, in UInt256 invariant)
    {
        // The limits of balances and invariant leave nothing here to be refused.
        Fault none = default;
        (_invariant, _isPrepared) = (invariant, true);
        _virtualOffset = Decimal18.MultiplyDown(invariant, parameters.Root3Alpha, ref none);
        for (int token = 0; token < Clp3Pool.Tokens; token++)
        {
            VirtualBalances both = VirtualBalances.WithMargin(balances[token], balances[token], _virtualOffset, _virtualOffset, ref none);
            (_balances[token], _virtualIn[token], _virtualOut[token]) = (balances[token], both.In, both.Out);
        }
    }

    int IPoolState.TokenCount => _isPrepared ? Clp3Pool.Tokens : 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than three balances;
    /// <see cref="Revert.None"/> and the pool otherwise.</returns>
    public static Revert TryPrepare(Clp3Parameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<Clp3State> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        pool = default;
        if (balances.Length != Clp3Pool.Tokens)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = Clp3Invariant.Compute(parameters, balances[0], balances[1], balances[2], ref fault);
        if (!fault.IsRaised)
        {
            pool = new(new(parameters, balances, invariant));
        }

        return fault.ToRevert();
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) =>
        OffsetHyperbola.Swap(kind, _virtualIn[tokenIn], _virtualOut[tokenOut], default, _balances[tokenOut], amount, ref fault);

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault) =>
        Clp3MarginalPayout.OfAInB(_balances[tokenIn], _balances[tokenOut], _virtualOffset, ref fault);

    UInt256 IPoolState.Invariant(ref Fault fault) => _invariant;

    [InlineArray(Clp3Pool.Tokens)]
    private struct TokenNumbers
    {
        private UInt256 _first;
    }
}
