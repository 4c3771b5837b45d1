using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>Everything that can be seen of a stepped state, to be compared bit for bit.</summary>
internal sealed class StateTrace(SteppedState pool)
{
    private readonly double[] _numbers =
    [
        .. pool.Balances, .. pool.BalancesLow, .. pool.Gradient, pool.Invariant, pool.Rebuilds,
        pool.SwapExactIn(0, 1, 1e-3 * pool.Balances[0]).Amount, pool.SwapExactOut(1, 0, 1e-3 * pool.Balances[0]).Amount,
        pool.MintPrice(0), pool.MintSingle(0, 1e-3 * pool.Balances[0]).Amount, pool.Burn(0, 1e-3).Amount,
    ];

    public void AssertSame(StateTrace other, string context) => Bits.AssertSame(_numbers, other._numbers, context);
}
