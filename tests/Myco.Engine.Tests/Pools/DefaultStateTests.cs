using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Clp3;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools;

/// <summary>What a refused preparation leaves behind refuses every question, and throws at none.</summary>
public class DefaultStateTests
{
    [Fact]
    public void A_state_that_was_not_prepared_refuses_every_quote()
    {
        Refuses<EclpState>();
        Refuses<Clp2State>();
        Refuses<Clp3State>();
        Refuses<WeightedState>();
        Refuses<StableState>();
        Refuses<LbpState>();
        Refuses<FixedPriceState>();
        Refuses<QuantAmmState>();
        Refuses<ExactEllipsoidState>();
        Refuses<ScaledPoolState<EclpState>>();
    }

    private static void Refuses<TState>()
        where TState : struct, IPoolState
    {
        PreparedPool<TState> pool = default;
        Assert.Equal(0, pool.TokenCount);
        Assert.Equal(Revert.TokenNotRegistered, pool.SwapExactIn(0, 1, UInt256.One).Revert);
        Assert.Equal(Revert.TokenNotRegistered, pool.SwapExactOut(0, 1, UInt256.One).Revert);
        Assert.Equal(Revert.TokenNotRegistered, pool.MarginalPayout(0, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, pool.Invariant().Revert);
        Assert.Equal(Revert.TokenNotRegistered, pool.SwapExactIn(0, 5, UInt256.One).Revert);
    }
}
