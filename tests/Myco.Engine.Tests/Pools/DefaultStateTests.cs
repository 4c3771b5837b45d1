using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Clp3;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools;

/// <summary>What a refused preparation leaves behind refuses every question, and throws at none.</summary>
public class DefaultStateTests
{
    [Fact]
    public void A_state_that_was_not_prepared_refuses_every_quote()
    {
        Refuses(default(EclpState));
        Refuses(default(Clp2State));
        Refuses(default(Clp3State));
        Refuses(default(WeightedState));
        Refuses(default(StableState));
        Refuses(default(QuantAmmState));
        Refuses(default(ExactEllipsoidState));
    }

    private static void Refuses<TState>(TState state)
        where TState : struct, IPoolState
    {
        Assert.NotEqual(Revert.None, state.SwapExactIn(0, 1, UInt256.One).Revert);
        Assert.NotEqual(Revert.None, state.SwapExactOut(0, 1, UInt256.One).Revert);
        Assert.NotEqual(Revert.None, state.MarginalPayout(0, 1).Revert);
        Assert.NotEqual(Revert.None, state.Invariant().Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(0, 5, UInt256.One).Revert);
    }
}
