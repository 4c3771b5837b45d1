using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve;

/// <summary>What nobody can gain by the order in which things are done.</summary>
public class EconomicsTests
{
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.7)]
    [InlineData(1)]
    public void Under_return_splitting_a_redemption_gains_nothing(double backing)
    {
        double whole = Paid(backing, DampeningPolicy.Return, 1);
        foreach (int parts in (int[])[2, 3, 16, 64])
        {
            double split = Paid(backing, DampeningPolicy.Return, parts);
            Assert.True(split <= whole * (1 + 1e-12), $"{parts} parts are paid {split:R}, the whole {whole:R}");
        }
    }

    [Fact]
    public void Under_burn_splitting_gains_nothing_either_as_the_burned_supply_narrows_the_free_flow()
    {
        // Each part's forfeit raises the backing of the next, by 0.6 % were the free flow fixed; the supply that it burns costs 7 to 18 % here.
        foreach (double backing in (double[])[1, 0.9, 0.7, 0.5])
        {
            foreach (double threshold in (double[])[0.05, 0.1, 0.3])
            {
                double whole = Paid(backing, DampeningPolicy.Burn, 1, threshold);
                foreach (int parts in (int[])[2, 64])
                {
                    double split = Paid(backing, DampeningPolicy.Burn, parts, threshold);
                    Assert.True(split <= whole * (1 + 1e-12), $"{parts} parts are paid {split:R}, the whole {whole:R}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.1)]
    [InlineData(2)]
    public void Depositing_and_redeeming_at_constant_prices_gains_nothing_from_par_on(double backing)
    {
        Random random = new(81);
        for (int k = 0; k < 60; k++)
        {
            SystemState state = Systems.Started(Systems.Backed(backing) with { Band = new() { MaxDeviation = double.PositiveInfinity }, Mint = Systems.Backed(backing).Mint with { CapAtReserveValue = true } });
            double paidIn = 0, paidOut = 0, tokens = 0;
            for (int step = 0; step < 12; step++)
            {
                SystemReceipt receipt = new(4);
                bool isDeposit = tokens == 0 || random.Next(2) == 0;
                SystemOperation order = !isDeposit ? new RedeemOperation { Tokens = tokens * random.NextDouble() }
                    : random.Next(2) == 0 ? new DepositOperation { Value = Math.Pow(10, 6 * random.NextDouble()) }
                    : new DepositOperation { Amounts = [.. state.Amounts.ToArray().Select(amount => 0.05 * amount * random.NextDouble())] };
                if (!Systems.Checking.Apply(state, order, receipt).IsRefused)
                {
                    tokens += receipt.Minted - receipt.Burned;
                    (paidIn, paidOut) = isDeposit ? (paidIn + receipt.Value, paidOut) : (paidIn, paidOut + receipt.Value);
                }
            }

            paidOut += tokens > 0 ? Systems.Do(state, new RedeemOperation { Tokens = tokens }).Value : 0;
            Assert.True(paidOut <= paidIn * (1 + 1e-11), $"paid {paidIn:R}, got {paidOut:R}");
        }
    }

    [Fact]
    public void Below_par_a_deposit_mints_below_par_and_redeems_at_par_until_the_fee_takes_it()
    {
        // By the formulas: minted = value/backing, and the curve pays par up to its threshold. The fee is what stands against it.
        SystemState state = Systems.Started(Systems.Backed(0.95));
        SystemReceipt minted = Systems.Do(state, new DepositOperation { Value = 10_000 });
        double gain = (Systems.Do(state, new RedeemOperation { Tokens = minted.Minted }).Value / 10_000) - 1;
        Assert.Equal((1 / 0.95) - 1, gain, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public void Everything_can_be_redeemed_and_the_last_holder_takes_the_dust(double backing)
    {
        Random random = new(82);
        for (int k = 0; k < 100; k++)
        {
            SystemState state = Systems.Started(Systems.Backed(backing));
            for (int step = 0; step < 4; step++)
            {
                _ = Systems.Checking.Apply(state, random.Next(2) == 0 ? new DepositOperation { Value = 1e5 * random.NextDouble() } : new RedeemOperation { Tokens = 0.5 * state.Supply * random.NextDouble() }, new(4));
            }

            Systems.Do(state, new RedeemOperation { Tokens = state.Supply });
            Assert.Equal((0, 0, 0), (state.Supply, state.ReserveValue, state.Invariant));
            Assert.True(Systems.Do(state, new DepositOperation { Value = 1_000 }).Minted > 0);
        }
    }

    [Fact]
    public void A_deposit_at_the_surfaces_own_prices_never_lowers_the_backing()
    {
        Random random = new(83);
        int done = 0;
        for (int k = 0; k < 100; k++)
        {
            SystemState state = Systems.Started(Systems.Backed(1.02) with { Band = new() { MaxDeviation = double.PositiveInfinity } });
            _ = Systems.Checking.Apply(state, new ReserveSwapOperation { VaultIn = k % 4, VaultOut = (k + 1 + (k % 3)) % 4, Amount = 0.2 * random.NextDouble() * state.Amounts[k % 4] }, new(4));
            double[] prices = SurfacePrices(state);
            Systems.Do(state, new SetPricesOperation { Prices = prices });
            double before = state.BackingRatio;
            DepositOperation deposit = new() { Amounts = [.. state.Amounts.ToArray().Select(amount => random.Next(2) * 0.1 * amount * random.NextDouble())] };
            if (before >= 1 && !Systems.Checking.Apply(state, deposit, new(4)).IsRefused)
            {
                done++;
                Assert.True(state.BackingRatio >= before * (1 - 1e-14), $"from {before:R} to {state.BackingRatio:R}");
            }
        }

        Assert.True(done >= 30, $"{done} deposits");
    }

    [Fact]
    public void A_redemption_too_small_to_be_paid_is_refused_and_burns_nothing()
    {
        SystemState state = Systems.Started(Systems.Backed(1));
        for (double tokens = 1e-6; tokens > 1e-300; tokens /= 1e6)
        {
            SystemReceipt receipt = new(4);
            SystemRefusal refusal = Systems.Checking.Apply(state, new RedeemOperation { Tokens = tokens }, receipt);
            Assert.True(refusal.IsRefused || Math.Abs(receipt.Value - tokens) <= 1e-9 * tokens, $"{tokens:R} were paid {receipt.Value:R}");
        }
    }

    /// <summary>What is paid for two fifths of the supply in equal parts at once.</summary>
    private static double Paid(double backing, DampeningPolicy policy, int parts, double threshold = 0.05)
    {
        SystemState state = Systems.Started(Systems.Backed(backing) with { Dampening = new() { Threshold = threshold, Policy = policy } });
        double part = 0.4 * state.Supply / parts, paid = 0;
        for (int i = 0; i < parts; i++)
        {
            paid += Systems.Do(state, new RedeemOperation { Tokens = part }).Value;
        }

        return paid;
    }

    /// <summary>The prices that the surface has, with the first vault's as it is.</summary>
    private static double[] SurfacePrices(SystemState state)
    {
        IReadOnlyList<TrancheParameters> vaults = state.Parameters.Vaults;
        double[] balances = [.. vaults.Select((vault, i) => state.Amounts[i] * vault.CalibrationPrice)];
        double[] gradient = state.Surface.At(balances).Gradient.ToArray();
        return [.. vaults.Select((vault, i) => vault.CalibrationPrice * gradient[i] / gradient[0])];
    }
}
