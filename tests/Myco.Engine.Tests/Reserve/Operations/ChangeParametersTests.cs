using System.Text;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve.Operations;

public class ChangeParametersTests
{
    private static readonly double[] Other = [Systems.Four.TargetWeights[0] + 0.02, Systems.Four.TargetWeights[1] - 0.02, Systems.Four.TargetWeights[2], Systems.Four.TargetWeights[3]];

    [Fact]
    public void Weights_are_led_linearly_and_arrive_exactly()
    {
        SystemState state = Systems.Started();
        Systems.Do(state, new ChangeParametersOperation { Parameters = Systems.Four with { TargetWeights = Other }, Duration = 1_000 });
        double[] targets = new double[4];
        for (int part = 0; part <= 10; part++)
        {
            state.CopyTargets(targets);
            for (int i = 0; i < 4; i++)
            {
                double from = Systems.Four.TargetWeights[i];
                Assert.Equal(from + (part / 10.0 * (Other[i] - from)), targets[i], 1e-15);
            }

            Systems.Do(state, new AdvanceTimeOperation { Seconds = 100 });
        }

        Assert.DoesNotContain("\"transition\"", Encoding.UTF8.GetString(Systems.Bytes(state)), StringComparison.Ordinal);
    }

    [Fact]
    public void Supply_value_and_payout_are_continuous_over_a_change_of_everything()
    {
        SystemState state = Systems.Started(Systems.Backed(0.9) with { Dampening = new() { Threshold = 0.05 } });
        Systems.Do(state, new RedeemOperation { Tokens = 60_000 });
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 5_000 });
        SystemReceipt before = new(4), after = new(4);
        RedeemOperation order = new() { Tokens = 1_000 };
        Systems.Checking.Quote(state, order, before);
        (double supply, double reserve, double level, double flow) = (state.Supply, state.ReserveValue, state.RedemptionLevel, state.RedemptionFlow);
        SystemParameters next = state.Parameters with
        {
            TargetWeights = Other,
            Surface = Systems.Four.Surface with { Stretch = [2.2, 3, 1.1, 1.4], Angles = [0.1, -0.2, 0.15, 0.05, 0.32, -0.1] },
            Redemption = new(1, 0.3, 0.6, outflowMemory: 0.999),
            Dampening = new() { Threshold = 0.05, Memory = 0.999 },
        };
        Systems.Do(state, new ChangeParametersOperation { Parameters = next, Duration = 1_000 });
        Assert.Equal((supply, reserve), (state.Supply, state.ReserveValue));
        Assert.Equal(level, state.RedemptionLevel, 1e-12 * level);
        Assert.Equal(flow, state.RedemptionFlow, 1e-12 * flow);
        Systems.Checking.Quote(state, order, after);
        Assert.Equal(before.Value, after.Value, 1e-9 * before.Value);
        double invariant = state.Invariant;
        for (int step = 0; step < 100; step++)
        {
            Systems.Do(state, new AdvanceTimeOperation { Seconds = 10 });
            Assert.Equal((supply, reserve), (state.Supply, state.ReserveValue));
            Assert.Equal(invariant, state.Invariant, 5e-3 * invariant);
            invariant = state.Invariant;
        }

        Assert.Equal([2.2, 3, 1.1, 1.4], state.Surface.Stretch.ToArray());
    }

    [Fact]
    public void A_second_change_starts_from_where_the_first_has_come()
    {
        SystemState state = Systems.Started();
        Systems.Do(state, new ChangeParametersOperation { Parameters = Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [2.4, 3, 1, 1.5] } }, Duration = 1_000 });
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 500 });
        Assert.Equal(2.2, state.Surface.Stretch[0], 1e-15);
        Systems.Do(state, new ChangeParametersOperation { Parameters = Systems.Four, Duration = 1_000 });
        Assert.Equal(2.2, state.Surface.Stretch[0], 1e-15);
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 500 });
        Assert.Equal(2.1, state.Surface.Stretch[0], 1e-15);
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 500 });
        Assert.Equal(2, state.Surface.Stretch[0]);
    }

    [Fact]
    public void What_vaults_count_in_stays()
    {
        SystemState state = Systems.Started();
        TrancheParameters(state, vault => vault with { CalibrationPrice = 2_001 });
        TrancheParameters(state, vault => vault with { Rate = 1.5 });
        TrancheParameters(state, vault => vault with { Name = "STETH" });
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four, Duration = -1 }, SystemCheck.InvalidAmount);
        Systems.Refused(state, new ChangeParametersOperation { Parameters = null! }, SystemCheck.InvalidParameters);
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { TargetWeights = [0, 0.3, 0.3, 0.4] } }, SystemCheck.InvalidParameters);
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { TargetWeights = [0.3, 0.3, 0.3, 0.3] } }, SystemCheck.InvalidParameters);
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [0.5, 1, 1, 1] } } }, SystemCheck.InvalidParameters);
    }

    [Fact]
    public void Books_that_hold_more_than_a_new_limit_refuse_it()
    {
        SystemState state = Systems.Started();
        Systems.Do(state, new SubscribeOperation { Contributor = "ada", Tier = "Patron", Vault = 1 });
        Systems.Do(state, new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 });
        Systems.Do(state, new StakeOperation { Contributor = "ada", Tokens = 1, Duration = 1e6 });
        Systems.Do(state, new StakeOperation { Contributor = "ada", Tokens = 1, Duration = 1e6 });
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { ContributorLimit = 1 } }, SystemCheck.LedgerFull);
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { StakeLimit = 1 } }, SystemCheck.LedgerFull);
        Systems.Do(state, new ChangeParametersOperation { Parameters = Systems.Four with { ContributorLimit = 2, StakeLimit = 2 } });
    }

    [Fact]
    public void A_channel_at_its_cap_does_not_stand_in_the_way_and_one_above_a_new_cap_does()
    {
        SystemParameters capped = Systems.Four with { Labor = Systems.Four.Labor with { Channel = new() { SupplyCap = 0.01 } } };
        SystemState state = Systems.Started(capped);
        for (int serial = 0; serial < 20; serial++)
        {
            _ = Systems.Checking.Apply(state, new ContributeOperation { Attestation = new Attestation("ada", "code", 1e6, state.Time, serial, "council"), Clip = true }, new(4));
            Systems.Do(state, new RedeemOperation { Tokens = 1_234.5 * (serial + 1) });
            Systems.Do(state, new ChangeParametersOperation { Parameters = capped });
        }

        Systems.Refused(state, new ChangeParametersOperation { Parameters = capped with { Labor = capped.Labor with { Channel = new() { SupplyCap = 0.005 } } } }, SystemCheck.SupplyCap);
    }

    [Fact]
    public void The_surface_waits_while_the_balances_do_not_lie_on_the_next_and_follows_when_they_do()
    {
        SystemParameters free = Systems.Backed(1) with { Band = new() { MaxDeviation = double.PositiveInfinity } };
        ChangeParametersOperation change = new() { Parameters = free with { Surface = Farthest(free) }, Duration = 1_000 };
        int held = 0;
        foreach ((int vaultIn, int vaultOut) in from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) where i != j select (i, j))
        {
            SystemState state = Systems.Started(free);
            Systems.Do(state, change);
            SystemReceipt swap = Systems.Do(state, new ReserveSwapOperation { VaultIn = vaultIn, VaultOut = vaultOut, Amount = 0.05 * state.Amounts[vaultIn] });
            if (Systems.Do(state, new AdvanceTimeOperation { Seconds = 2_000 }).SurfaceHeld)
            {
                held++;
                Assert.Equal(2, state.Surface.Stretch[0]);
                Assert.True(Systems.Do(state, new AdvanceTimeOperation { Seconds = 1 }).SurfaceHeld);
                Systems.Do(state, new ReserveSwapOperation { VaultIn = vaultOut, VaultOut = vaultIn, Amount = swap.VaultAmounts[vaultIn], Given = SwapKind.ExactOut });
                Assert.False(Systems.Do(state, new AdvanceTimeOperation { Seconds = 1 }).SurfaceHeld);
            }

            Assert.Equal(change.Parameters.Surface.Stretch, state.Surface.Stretch.ToArray());
        }

        Assert.InRange(held, 1, 11);
    }

    [Fact]
    public void States_that_go_the_same_way_together_make_each_of_its_surfaces_once()
    {
        const int States = 4, Ticks = 20;
        MycoSystem system = new();
        SystemState[] states = [.. Enumerable.Range(0, States).Select(_ => Systems.Started())];
        ChangeParametersOperation change = new() { Parameters = Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [2.4, 3, 1, 1.5] } }, Duration = Ticks * 10 };
        AdvanceTimeOperation tick = new() { Seconds = 10 };
        EllipsoidSurface[,] passed = new EllipsoidSurface[States, Ticks];
        Parallel.For(0, States, i =>
        {
            SystemReceipt receipt = new(4);
            Assert.False(system.Quote(states[i], change, receipt).IsRefused);
            Assert.False(system.Apply(states[i], change, receipt).IsRefused);
            for (int step = 0; step < Ticks; step++)
            {
                Assert.False(system.Quote(states[i], tick, receipt).IsRefused);
                Assert.False(system.Apply(states[i], tick, receipt).IsRefused);
                passed[i, step] = states[i].Surface;
            }
        });

        // The end, and one a tick before it; made at every asking they were 160: 4 states · a quote and an operation · 20 surfaces.
        Assert.Equal(Ticks, system.Surfaces.Count);
        Assert.Equal(Ticks, passed.Cast<EllipsoidSurface>().Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(states, state => Assert.Equal(Systems.Bytes(states[0]), Systems.Bytes(state)));
    }

    [Fact]
    public void A_change_of_weights_alone_needs_no_surface_on_its_way()
    {
        MycoSystem system = new();
        SystemState state = Systems.Started();
        SystemReceipt receipt = new(4);
        Assert.False(system.Apply(state, new ChangeParametersOperation { Parameters = Systems.Four with { TargetWeights = Other }, Duration = 100 }, receipt).IsRefused);
        for (int step = 0; step < 20; step++)
        {
            Assert.False(system.Apply(state, new AdvanceTimeOperation { Seconds = 7 }, receipt).IsRefused);
        }

        Assert.Equal(1, system.Surfaces.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whether_surfaces_are_shared_or_made_anew_no_byte_of_a_course_differs(int seed)
    {
        MycoSystem shared = new();
        SystemState one = Systems.Started(), other = Systems.Started();
        SystemReceipt receipt = new(4);
        int led = 0;
        for (int step = 0; step < 60; step++)
        {
            SystemOperation operation = step % 6 == 0
                ? new ChangeParametersOperation { Parameters = Systems.Four with { Surface = Tilted(new Random(seed + step)) }, Duration = 1_000 }
                : step % 2 == 0 ? new AdvanceTimeOperation { Seconds = 100 } : DrawnOperation.Draw((100 * seed) + step, one, Systems.Four);
            SystemRefusal refusal = shared.Apply(one, operation, receipt);
            Assert.Equal(refusal, new MycoSystem().Apply(other, operation, receipt));
            Assert.Equal(Systems.Bytes(one), Systems.Bytes(other));
            led += one.Surface.Definition.Equals(one.Parameters.Surface) ? 0 : 1;
        }

        Assert.True(led > 20, $"the surface was under way {led} times");
    }

    private static AnglesDefinition Tilted(Random random) => Systems.Four.Surface with
    {
        Stretch = [.. Systems.Four.Surface.Stretch.Select(factor => factor * (1 + (0.2 * random.NextDouble())))],
        Angles = [.. Systems.Four.Surface.Angles.Select(angle => angle + (0.1 * (random.NextDouble() - 0.5)))],
    };

    /// <summary>A surface so stretched that the first deposit's balances only just lie on it.</summary>
    private static AnglesDefinition Farthest(SystemParameters parameters)
    {
        AnglesDefinition far = parameters.Surface with { Stretch = [8, 3, 1, 1.5] };
        double[] balances = [.. parameters.TargetWeights.Select(weight => weight * 1_000_000)];
        double near = 0, beyond = 1;
        for (int halving = 0; halving < 30; halving++)
        {
            double middle = (near + beyond) / 2;
            (near, beyond) = EllipsoidSurface.From(parameters.Surface.Toward(far, middle)).TryAt(balances, out _) ? (middle, beyond) : (near, middle);
        }

        return parameters.Surface.Toward(far, 0.999 * near);
    }

    private static void TrancheParameters(SystemState state, Func<Engine.Reserve.Tranching.TrancheParameters, Engine.Reserve.Tranching.TrancheParameters> change) =>
        Systems.Refused(state, new ChangeParametersOperation { Parameters = Systems.Four with { Vaults = [.. Systems.Four.Vaults.Select((vault, i) => i == 2 ? change(vault) : vault)] } }, SystemCheck.InvalidParameters);
}
