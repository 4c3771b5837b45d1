using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.GydCore;
using Myco.Engine.Tests.Reserve;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.GydCore;

/// <summary>gyd-core's ExactReserveSafety of each ExactTranche and ExactPricedToken against the same rules in integers of any length: ExactOrderSafety, ExactTrancheSafety, borders by one unit, refusals.</summary>
public sealed class ExactReserveSafetyTests
{
    private static readonly UInt256 Deviation = 100_000_000_000_000_000UL;
    private static readonly UInt256 MinimumPrice = 10_000_000_000_000UL;
    private static readonly ExactReserveSafety Safety = new(Deviation, MinimumPrice);

    [Fact]
    public void Flags_and_weights_are_those_of_the_rules_in_unlimited_integers()
    {
        Random random = new(3);
        int outside = 0, offPeg = 0;
        for (int round = 0; round < 2000; round++)
        {
            bool isMint = random.Next(2) == 0;
            ExactTranche[] vaults = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Draw(random))];
            var safeties = new ExactTrancheSafety[vaults.Length];
            Fault fault = default;
            ExactOrderSafety order = Safety.Evaluate(isMint, vaults, safeties, ref fault);
            Assert.Equal(Revert.None, fault.ToRevert());
            BigInteger[] weights = Weights(vaults, isMint);
            Assert.Equal(weights, safeties.Select(safety => safety.ResultingWeight.ToBig()));
            Assert.Equal(vaults.Select((vault, i) => IsWithin(vault, weights[i])), safeties.Select(safety => safety.IsWithinBand));
            Assert.Equal(vaults.Select((vault, i) => IsWithin(vault, weights[i]) || ComesCloser(vault, weights[i])).All(good => good), order.OutsideComesCloser);
            Assert.Equal(vaults.Select((vault, i) => IsOnPeg(vault) || weights[i] < vault.CurrentWeight.ToBig()).All(good => good), order.OffPegFalls);
            Assert.Equal(!isMint || !vaults.Any(vault => vault.Tokens.ToArray().Any(token => token.IsStable && token.Price < token.Floor)), order.CanOperateOffPeg);
            Assert.Equal(vaults.All(vault => vault.Tokens.ToArray().Any(token => token.Price >= MinimumPrice)), order.AllPricesLargeEnough);
            outside += order.AllWithinBand ? 0 : 1;
            offPeg += order.AllOnPeg ? 0 : 1;
        }

        Assert.InRange(outside, 500, 1999);
        Assert.InRange(offPeg, 500, 1999);
    }

    [Fact]
    public void The_band_and_the_pegs_include_their_ends()
    {
        UInt256 half = 500_000_000_000_000_000UL, edge = 550_000_000_000_000_000UL;
        foreach (ulong beyond in new ulong[] { 0, 1 })
        {
            UInt256 weight = UInt256.WrappingAdd(edge, beyond);
            UInt256 rest = UInt256.WrappingSubtract(Decimal18.One, weight);
            ExactTranche[] vaults = [Vault(weight, half), Vault(rest, half)];
            Fault fault = default;
            var safeties = new ExactTrancheSafety[2];
            Assert.Equal(beyond == 0 ? Revert.None : Revert.NotSafeToRedeem, Safety.CheckRedeem(vaults, safeties, ref fault));
            Assert.Equal(beyond == 0, safeties[0].IsWithinBand);
        }

        Assert.True(new ExactPricedToken(true, 98, 98, 102).IsOnPeg && new ExactPricedToken(true, 102, 98, 102).IsOnPeg);
        Assert.False(new ExactPricedToken(true, 97, 98, 102).IsOnPeg || new ExactPricedToken(true, 103, 98, 102).IsOnPeg);
    }

    [Fact]
    public void The_width_of_a_band_is_rounded_up()
    {
        // A tenth of the target ends on 1 tenth of a unit: the band reaches one unit further.
        UInt256 target = 500_000_000_000_000_001UL, edge = 550_000_000_000_000_002UL;
        Fault fault = default;
        var safeties = new ExactTrancheSafety[2];
        _ = Safety.Evaluate(true, [Vault(edge, target), Vault(UInt256.WrappingSubtract(Decimal18.One, edge), target)], safeties, ref fault);
        Assert.Equal(edge, safeties[0].ResultingWeight);
        Assert.True(safeties[0].IsWithinBand);
    }

    [Fact]
    public void A_redemption_of_more_than_a_vault_holds_is_refused_before_anything_else()
    {
        ExactTranche[] vaults = [new([]) { Decimals = 18, Price = 1, Balance = 5, Amount = 6, CurrentWeight = 0, TargetWeight = 0 }];
        Fault fault = default;
        Assert.Equal(Revert.NotEnoughReserve, Safety.CheckRedeem(vaults, new ExactTrancheSafety[1], ref fault));
        Assert.False(fault.IsRaised);
        _ = Safety.Evaluate(isMint: false, vaults, new ExactTrancheSafety[1], ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
    }

    [Fact]
    public void A_vault_without_a_token_has_no_price_that_is_large_enough()
    {
        ExactTranche[] vaults = [new([]) { Decimals = 18, Price = Decimal18.One, Balance = 5, Amount = 1, CurrentWeight = Decimal18.One, TargetWeight = Decimal18.One }];
        Fault fault = default;
        Assert.Equal(Revert.PriceTooSmall, Safety.CheckMint(vaults, new ExactTrancheSafety[1], ref fault));
        Assert.Equal(Revert.PriceTooSmall, Safety.CheckRedeem(vaults, new ExactTrancheSafety[1], ref fault));
    }

    [Fact]
    public void Garbage_is_refused_or_computed_and_never_thrown_at()
    {
        Random random = new(4);
        int safe = 0, refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            ExactTranche[] vaults = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new ExactTranche([new(true, BigNumbers.Garbage(random), 5, 9)])
            {
                Decimals = (byte)random.Next(256),
                Price = BigNumbers.Garbage(random),
                Balance = BigNumbers.Garbage(random),
                Amount = BigNumbers.Garbage(random),
                CurrentWeight = BigNumbers.Garbage(random),
                TargetWeight = BigNumbers.Garbage(random),
            })];
            Fault fault = default;
            Revert mint = Safety.CheckMint(vaults, new ExactTrancheSafety[vaults.Length], ref fault);
            Revert redeem = Safety.CheckRedeem(vaults, new ExactTrancheSafety[vaults.Length], ref fault);
            Assert.True(Enum.IsDefined(mint) && Enum.IsDefined(redeem), $"{mint}, {redeem}");
            bool isSafe = !fault.IsRaised && mint == Revert.None && redeem == Revert.None;
            (safe, refused) = isSafe ? (safe + 1, refused) : (safe, refused + 1);
        }

        Assert.True(safe > 100 && refused > 1_000, $"{safe} safe, {refused} refused");
    }

    [Fact]
    public void The_check_allocates_nothing()
    {
        ExactTranche[] vaults = [.. Enumerable.Range(0, 4).Select(i => Draw(new Random(i)))];
        var safeties = new ExactTrancheSafety[4];
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            _ = Safety.CheckMint(vaults, safeties, ref fault);
            _ = Safety.CheckRedeem(vaults, safeties, ref fault);
        });
    }

    private static ExactTranche Vault(in UInt256 amount, in UInt256 target) => new([new(false, Decimal18.One, 0, 0)])
    {
        Decimals = 18,
        Price = Decimal18.One,
        Balance = amount,
        Amount = 0,
        CurrentWeight = target,
        TargetWeight = target,
    };

    private static ExactTranche Draw(Random random)
    {
        ulong balance = (ulong)random.NextInt64(1_000_000_000_000, 9_000_000_000_000);
        return new([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => DrawToken(random))])
        {
            Decimals = (byte)random.Next(6, 21),
            Price = (ulong)random.NextInt64(1_000_000_000_000_000, 9_000_000_000_000_000_000),
            Balance = balance,
            Amount = random.Next(2) == 0 ? 0 : (ulong)(random.NextDouble() * balance),
            CurrentWeight = (ulong)random.NextInt64(1_000_000_000_000_000_000),
            TargetWeight = (ulong)random.NextInt64(1_000_000_000_000_000_000),
        };
    }

    private static ExactPricedToken DrawToken(Random random) => new(
        random.Next(2) == 0,
        random.Next(8) == 0 ? 1UL : (ulong)random.NextInt64(970_000_000_000_000_000, 1_030_000_000_000_000_000),
        980_000_000_000_000_000UL,
        1_020_000_000_000_000_000UL);

    private static BigInteger[] Weights(ExactTranche[] vaults, bool isMint)
    {
        BigInteger[] values = [.. vaults.Select(vault =>
        {
            BigInteger amount = vault.Balance.ToBig() + (isMint ? vault.Amount.ToBig() : -vault.Amount.ToBig());
            BigInteger scaled = amount * BigInteger.Pow(10, 18) / BigInteger.Pow(10, vault.Decimals);
            return scaled * vault.Price.ToBig() / BigNumbers.One;
        })];
        BigInteger total = values.Aggregate(BigInteger.Add);
        return [.. values.Select(value => total.IsZero ? BigInteger.Zero : value * BigNumbers.One / total)];
    }

    private static BigInteger Distance(ExactTranche vault, BigInteger weight) => BigInteger.Abs(vault.TargetWeight.ToBig() - weight);

    private static bool IsWithin(ExactTranche vault, BigInteger weight) =>
        Distance(vault, weight) * BigNumbers.One < (vault.TargetWeight.ToBig() * Deviation.ToBig()) + BigNumbers.One;

    private static bool ComesCloser(ExactTranche vault, BigInteger weight) => Distance(vault, weight) < Distance(vault, vault.CurrentWeight.ToBig());

    private static bool IsOnPeg(ExactTranche vault) =>
        vault.Tokens.ToArray().All(token => !token.IsStable || (token.Price >= token.Floor && token.Price <= token.Ceiling));
}
