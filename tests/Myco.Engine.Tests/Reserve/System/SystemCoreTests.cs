using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Reserve.Operations;

namespace Myco.Engine.Tests.Reserve.System;

/// <summary>SystemCore of a SystemState: every flow that fades is brought up to date before another memory holds.</summary>
public class SystemCoreTests
{
    private const double Before = 0.999_9;
    private const double Since = 0.999;

    [Fact]
    public void Flows_fade_by_the_old_memory_up_to_a_change_and_by_the_new_from_then_on()
    {
        SystemState state = RefusalCase.After(
            Remembering(Before),
            new DepositOperation { Value = 30_000 },
            new RedeemOperation { Tokens = 20_000 },
            new ContributeOperation { Attestation = new("ada", "code", 20, 0, 1, "council") },
            new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 },
            new StakeOperation { Contributor = "cyd", Tokens = 1_000, Duration = 100_000 },
            new AdvanceTimeOperation { Seconds = 1_000 },
            new UnstakeOperation { Contributor = "cyd", Stake = 0 });
        double[] flows = Flows(state);
        Assert.All(flows, flow => Assert.True(flow > 0));
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 2_000 });
        Systems.Do(state, new ChangeParametersOperation { Parameters = Remembering(Since) });
        AssertFaded(flows, Math.Pow(Before, 2_000), state);
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 500 });
        AssertFaded(flows, Math.Pow(Before, 2_000) * Math.Pow(Since, 500), state);
    }

    /// <summary>Every flow at the present time: both of each vault, the redemptions' two, the channels' three.</summary>
    private static double[] Flows(SystemState state)
    {
        SystemParameters parameters = state.Parameters;
        double memory = parameters.FlowLimits.Memory;
        return
        [
            .. state.Inflows.ToArray().Select(flow => flow.Flow.At(state.Time, memory)),
            .. state.Outflows.ToArray().Select(flow => flow.Flow.At(state.Time, memory)),
            state.RedemptionLevel,
            state.RedemptionFlow,
            state.Channel(CommitmentChannel.Labor).FlowAt(parameters.Labor.Channel, state.Time),
            state.Channel(CommitmentChannel.Subscription).FlowAt(parameters.Subscription.Channel, state.Time),
            state.Channel(CommitmentChannel.Staking).FlowAt(parameters.Staking.Channel, state.Time),
        ];
    }

    private static void AssertFaded(double[] flows, double factor, SystemState state)
    {
        double[] now = Flows(state);
        for (int i = 0; i < flows.Length; i++)
        {
            Assert.Equal(flows[i] * factor, now[i], 1e-12 * flows[i]);
        }
    }

    private static SystemParameters Remembering(double memory) => RefusalCase.Free with
    {
        Redemption = new(1, 0.3, 0.6, memory),
        Dampening = new() { Memory = memory },
        FlowLimits = new() { Memory = memory },
        Labor = Systems.Four.Labor with { Channel = new() { FlowMemory = memory } },
        Subscription = new() { Channel = new() { FlowMemory = memory } },
        Staking = new() { Channel = new() { FlowMemory = memory } },
    };
}
