using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The state of a pool in the vault, as <c>vault.json</c> writes it before and after a call.</summary>
internal static class VaultStates
{
    /// <summary>The state before the call; null when it is refused, which the call's fault then says.</summary>
    public static VaultState? Read(GoldenCall call)
    {
        VectorNode node = call.Input["state"];
        VaultState? state = null;
        call.Fault.Raise(VaultFees.TryCreate(node["swapFee"].UInt(), node["aggSwapFee"].UInt(), node["aggYieldFee"].UInt(), out VaultFees fees));
        call.Fault.Raise(VaultState.TryCreate(
            Tokens(call.Parameters["decimals"].List(), node), node["balancesRaw"].UInts(), node["lastLive"].UInts(), node["totalSupply"].UInt(), fees, out state));
        if (state is not null)
        {
            state.Switches = Switch(node, "recovery", VaultSwitches.RecoveryMode)
                | Switch(node, "donation", VaultSwitches.Donation)
                | Switch(node, "disableUnbalanced", VaultSwitches.ProportionalOnly);
        }

        return state;
    }

    /// <summary>Takes down the state after the call.</summary>
    public static void Return(GoldenCall call, VaultState state)
    {
        call.Return("post.balancesRaw", state.BalancesRaw);
        call.Return("post.balancesLive", state.LastLiveBalances);
        call.Return("post.aggSwapFees", state.AggregateSwapFees);
        call.Return("post.aggYieldFees", state.AggregateYieldFees);
        call.Return("post.totalSupply", state.TotalSupply);
    }

    // A rate of 0 says that the token has no rate provider.
    private static VaultToken[] Tokens(List<VectorNode> decimals, VectorNode state)
    {
        UInt256[] rates = state["rates"].UInts();
        List<VectorNode> pays = state["paysYieldFees"].List();
        return [.. decimals.Select((node, i) => rates[i].IsZero
            ? VaultToken.Plain(node.Integer())
            : VaultToken.WithRate(node.Integer(), rates[i], pays[i].Flag()))];
    }

    private static VaultSwitches Switch(VectorNode state, string key, VaultSwitches one) =>
        state.Has(key) && state[key].Flag() ? one : VaultSwitches.None;
}
