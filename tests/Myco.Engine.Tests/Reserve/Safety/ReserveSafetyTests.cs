using Myco.Engine.Pools.GydCore;
using Myco.Engine.Reserve.Safety;
using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Safety;

/// <summary>ReserveSafety by each BandKind and OutsideRule: what it lets pass, which SafetyVerdict refuses (SafetyCheck by SafetyCheck), the TrancheCondition of each PricedToken, and the exact twin's verdicts.</summary>
public sealed class ReserveSafetyTests
{
    private static readonly ReserveSafety Usual = new(0.2, minimumPrice: 1e-5);
    private static readonly TrancheCondition[] Good = new TrancheCondition[3];
    private static readonly double[] Targets = [0.5, 0.25, 0.25];

    [Fact]
    public void Within_its_bands_an_order_is_safe_and_beyond_it_is_refused_with_the_numbers()
    {
        Assert.True(Usual.Check(true, [50, 25, 25], [60, 20, 20], Targets, Good).IsSafe);
        SafetyVerdict verdict = Usual.Check(true, [50, 25, 25], [64, 18, 18], Targets, Good);
        Assert.Equal(new SafetyVerdict(SafetyCheck.OutsideBand, 0, 0.5, 0.64, 0.5, 0.1), verdict);
        Assert.True(new ReserveSafety(0.2, BandKind.Absolute).Check(true, [50, 25, 25], [64, 18, 18], Targets, Good).IsSafe);
    }

    [Fact]
    public void Outside_its_band_a_vault_may_stay_by_one_rule_and_must_come_closer_by_the_other()
    {
        ReserveSafety strict = new(0.2, outside: OutsideRule.Closer);
        double[] old = [80, 10, 10], same = [160, 20, 20], closer = [79, 10.5, 10.5];
        Assert.True(Usual.Check(false, old, same, Targets, Good).IsSafe);
        Assert.Equal(SafetyCheck.OutsideBand, strict.Check(false, old, same, Targets, Good).Check);
        Assert.True(strict.Check(false, old, closer, Targets, Good).IsSafe);
        Assert.Equal(SafetyCheck.OutsideBand, Usual.Check(false, closer, old, Targets, Good).Check);
    }

    [Theory]
    [InlineData(nameof(OutsideRule.NotFarther))]
    [InlineData(nameof(OutsideRule.Closer))]
    public void Everything_may_be_taken_and_an_empty_vault_traps_nobody(string rule)
    {
        OutsideRule outside = Enum.Parse<OutsideRule>(rule);
        ReserveSafety safety = new(0, outside: outside);
        Assert.True(safety.Check(false, [80, 10, 10], [0, 0, 0], Targets, Good).IsSafe);
        TrancheCondition[] poor = [TrancheCondition.PriceTooSmall, TrancheCondition.OnPeg, TrancheCondition.OnPeg];
        Assert.True(safety.Check(false, [80, 10, 10], [0, 0, 0], Targets, poor).IsSafe);
        Assert.Equal(SafetyCheck.PriceTooSmall, safety.Check(false, [80, 10, 10], [0, 0, 1e-300], Targets, poor).Check);
        Assert.Equal(SafetyCheck.PriceTooSmall, safety.Check(true, [0, 0, 0], [0, 0, 0], Targets, poor).Check);
        Assert.True(new ReserveSafety(0.3, outside: outside).Check(false, [50, 50, 0], [25, 25, 0], [0.4, 0.4, 0.2], Good).IsSafe);
        Assert.False(new ReserveSafety(0.3, outside: outside).Check(false, [40, 40, 20], [40, 40, 0], [0.4, 0.4, 0.2], Good).IsSafe);
    }

    [Fact]
    public void A_mint_below_a_peg_is_refused_unless_the_vaults_off_their_pegs_lose_weight()
    {
        TrancheCondition[] conditions = [TrancheCondition.OnPeg, TrancheCondition.BelowPeg, TrancheCondition.AbovePeg];
        Assert.True(Usual.Check(true, [50, 25, 25], [51, 25, 25], Targets, conditions).IsSafe);
        SafetyVerdict verdict = Usual.Check(true, [50, 25, 25], [50, 25, 26], Targets, conditions);
        Assert.Equal((SafetyCheck.OffPeg, 2), (verdict.Check, verdict.Vault));
        Assert.True(Usual.Check(false, [50, 25, 26], [50, 25, 25], Targets, conditions).IsSafe);
        TrancheCondition[] above = [TrancheCondition.OnPeg, TrancheCondition.OnPeg, TrancheCondition.AbovePeg];
        Assert.True(Usual.Check(true, [50, 25, 25], [50, 25, 26], Targets, above).IsSafe);
    }

    [Fact]
    public void A_price_that_is_too_small_and_a_vault_that_holds_too_little_are_refused_by_name()
    {
        TrancheCondition[] conditions = [TrancheCondition.OnPeg, TrancheCondition.PriceTooSmall, TrancheCondition.OnPeg];
        Assert.Equal(SafetyVerdict.Refuse(SafetyCheck.PriceTooSmall, 1), Usual.Check(true, [50, 25, 25], [51, 25, 25], Targets, conditions));
        Assert.Equal(SafetyVerdict.Refuse(SafetyCheck.VaultExhausted, 2), Usual.Check(false, [50, 25, 25], [50, 25, -1e-9], Targets, conditions));
    }

    [Fact]
    public void The_condition_of_a_vault_is_that_of_its_prices()
    {
        Assert.Equal(TrancheCondition.OnPeg, Usual.ConditionOf([new(0.98, 0.98, 1.02), new(1.02, 0.98, 1.02), new(2000)]));
        Assert.Equal(TrancheCondition.AbovePeg, Usual.ConditionOf([new(1.03, 0.98, 1.02), new(1)]));
        Assert.Equal(TrancheCondition.BelowPeg, Usual.ConditionOf([new(1.03, 0.98, 1.02), new(0.97, 0.98, 1.02)]));
        Assert.Equal(TrancheCondition.PriceTooSmall, Usual.ConditionOf([new(1e-6, 0.98, 1.02)]));
        Assert.Equal(TrancheCondition.PriceTooSmall, Usual.ConditionOf([]));
    }

    [Fact]
    public void With_the_strict_rule_the_verdict_is_the_contracts()
    {
        Random random = new(61);
        ReserveSafety safety = new(0.1, outside: OutsideRule.Closer);
        ExactReserveSafety twin = new(100_000_000_000_000_000UL, 0);
        int unsafeOrders = 0;
        for (int round = 0; round < 5000; round++)
        {
            double[] old = [.. Enumerable.Range(0, 3).Select(_ => 30 + (30 * random.NextDouble()))], change = [9 * random.NextDouble(), 9 * random.NextDouble(), 9 * random.NextDouble()];
            double[] next = [.. old.Zip(change, (value, more) => value + more)];
            double total = old.Sum();
            ExactTranche[] vaults = [.. Enumerable.Range(0, 3).Select(i => new ExactTranche([new(false, 1, 0, 0)])
            {
                Decimals = 18,
                Price = 1_000_000_000_000_000_000UL,
                Balance = Fixed(old[i]),
                Amount = Fixed(change[i]),
                CurrentWeight = Fixed(old[i] / total),
                TargetWeight = Fixed(Targets[i]),
            })];
            Fault fault = default;
            Engine.Pools.Revert revert = twin.CheckMint(vaults, new ExactTrancheSafety[3], ref fault);
            Assert.Equal(revert == Engine.Pools.Revert.None, safety.Check(true, old, next, Targets, Good).IsSafe);
            unsafeOrders += revert == Engine.Pools.Revert.None ? 0 : 1;
        }

        Assert.InRange(unsafeOrders, 500, 4900);
    }

    [Fact]
    public void An_order_in_proportion_to_the_vaults_is_always_safe_however_far_they_are_from_their_targets()
    {
        Random random = new(62);
        ReserveSafety none = new(0);
        for (int round = 0; round < 20_000; round++)
        {
            double[] values = [100 * random.NextDouble(), 100 * random.NextDouble(), 100 * random.NextDouble()];
            double factor = 2 * random.NextDouble();
            SafetyVerdict verdict = none.Check(factor > 1, values, [.. values.Select(value => value * factor)], Targets, Good);
            Assert.True(verdict.IsSafe, verdict.ToString());
        }
    }

    [Fact]
    public void A_withdrawal_that_ends_on_the_targets_is_always_safe()
    {
        Random random = new(63);
        double[] parts = new double[3];
        int counted = 0;
        for (int round = 0; round < 20_000; round++)
        {
            double[] values = [100 * random.NextDouble(), 100 * random.NextDouble(), 100 * random.NextDouble()];
            double left = values.Zip(Targets, (value, target) => value / target).Min() * random.NextDouble();
            TrancheSplit.Withdraw(values, Targets, values.Sum() - left, parts);
            Assert.True(new ReserveSafety(1e-12).Check(false, values, [.. values.Zip(parts, (value, part) => value - part)], Targets, Good).IsSafe || left < 1e-2);
            counted += left >= 1e-2 ? 1 : 0;
        }

        Assert.True(counted > 19_000);
    }

    [Fact]
    public void The_check_allocates_nothing_and_wants_lists_of_one_length()
    {
        double[] old = [50, 25, 25], next = [51, 25, 25];
        AllocationAssert.None(() => _ = Usual.Check(true, old, next, Targets, Good));
        Assert.Contains("2 new values", Assert.Throws<ArgumentException>(() => Usual.Check(true, old, [1, 2], Targets, Good)).Message, StringComparison.Ordinal);
        Assert.StartsWith("largestDeviation is -1", Assert.Throws<ArgumentException>(() => new ReserveSafety(-1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("minimumPrice is NaN", Assert.Throws<ArgumentException>(() => new ReserveSafety(1, minimumPrice: double.NaN)).Message, StringComparison.Ordinal);
    }

    private static UInt256 Fixed(double value) => BigNumbers.Decimal18(value).ToUInt256();

    [Theory]
    [InlineData(0.2, nameof(BandKind.Relative))]
    [InlineData(double.PositiveInfinity, nameof(BandKind.Relative))]
    [InlineData(double.PositiveInfinity, nameof(BandKind.Absolute))]
    public void A_vault_whose_target_is_zero_is_never_filled(double deviation, string band)
    {
        ReserveSafety safety = new(deviation, Enum.Parse<BandKind>(band));
        TrancheCondition[] good = [TrancheCondition.OnPeg, TrancheCondition.OnPeg];
        Assert.Equal(1, safety.Check(true, [50, 0], [50, 1], [1, 0], good).Vault);
        Assert.True(safety.Check(true, [50, 2], [50, 1], [1, 0], good).IsSafe);
    }
}
