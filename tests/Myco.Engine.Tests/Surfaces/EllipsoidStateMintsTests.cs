using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Laws of mints and burns: MintFormula, BurnFormula, and PriceCheck against the PriceBox.</summary>
public sealed class EllipsoidStateMintsTests
{
    /// <summary>What a mint or burn may be off, in ulp.</summary>
    private const double Mint = 6;

    [Fact]
    public void Mint_then_burn_never_gains()
    {
        int minted = 0;
        Trade.Obeys(300, DrawnSurfaces.All, trade =>
        {
            double amount = trade.Part * trade.State.Balances[trade.AssetIn];
            SteppedState pool = trade.State.ToStepped();
            Quote growth = pool.ApplyMintSingle(trade.AssetIn, amount);
            if (growth.IsOk)
            {
                minted++;
                Quote back = pool.Burn(trade.AssetIn, growth.Amount / (1 + growth.Amount));
                Assert.True(back.IsOk, back.Status.ToString());
                AssertNotAbove(back.Amount, amount, (2 * Mint) + 2, "what comes back");
            }
        });
        Assert.True(minted > 100, $"{minted} mints");
    }

    [Fact]
    public void Burn_then_mint_never_gains()
    {
        int burned = 0;
        Trade.Obeys(300, DrawnSurfaces.All, trade =>
        {
            SteppedState pool = trade.State.ToStepped();
            double fraction = trade.Part / 10;
            Quote amount = pool.ApplyBurn(trade.AssetOut, fraction);
            Quote growth = amount.IsOk ? pool.MintSingle(trade.AssetOut, amount.Amount) : amount;
            if (growth.IsOk)
            {
                burned++;
                AssertNotAbove(growth.Amount * (1 - fraction), fraction, (3 * Mint) + 2, "what is minted again");
            }
        });
        Assert.True(burned > 60, $"{burned} burns");
    }

    [Fact]
    public void A_deposit_for_growth_mints_that_growth()
    {
        int minted = 0;
        Trade.Obeys(300, DrawnSurfaces.All, trade =>
        {
            double growth = trade.Part / 10;
            Quote deposit = trade.State.DepositForGrowth(trade.AssetIn, growth);
            if (deposit.IsOk)
            {
                minted++;
                Quote found = trade.State.MintSingle(trade.AssetIn, deposit.Amount);
                Assert.True(found.IsOk, found.Status.ToString());
                AssertClose(growth, found.Amount, 2 * Mint, "growth");
            }
        });
        Assert.True(minted > 100, $"{minted} mints");
    }

    [Fact]
    public void A_proportional_deposit_is_never_refused_and_grows_the_supply_by_its_proportion() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double exact = Math.ScaleB(1, trade.Random.Next(-30, 10));
        Quote growth = trade.State.Mint(Scaled(trade.State, exact));
        Assert.Equal(new Quote(exact, QuoteStatus.Ok), growth);
        Quote rounded = trade.State.Mint(Scaled(trade.State, trade.Part));
        Assert.Equal(QuoteStatus.Ok, rounded.Status);
        if (trade.Drawn.LargestStretch <= 50)
        {
            // The rounding of each deposit is worth more than an ulp of growth on no moderate surface.
            AssertClose(trade.Part, rounded.Amount, 16, "growth");
        }
    });

    [Fact]
    public void A_proportional_burn_pays_that_fraction_of_every_balance() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        double[] amounts = new double[trade.Drawn.Dimension];
        Assert.Equal(QuoteStatus.Ok, trade.State.BurnProportional(trade.Part, amounts));
        Assert.Equal(Scaled(trade.State, trade.Part), amounts);
        Assert.Equal(QuoteStatus.Ok, trade.State.BurnProportional(1, amounts));
        Assert.Equal(trade.State.Balances.ToArray(), amounts);
    });

    [Fact]
    public void A_burn_pays_less_than_the_balance_and_rises_less_than_in_proportion() => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        Quote small = trade.State.Burn(trade.AssetOut, trade.Part / 2);
        Quote large = trade.State.Burn(trade.AssetOut, trade.Part);
        if (large.IsOk)
        {
            Assert.True(small.IsOk, $"half a feasible burn is {small.Status}");
            Assert.InRange(large.Amount, 0, trade.State.Balances[trade.AssetOut]);
            AssertNotAbove(large.Amount, 2 * small.Amount, 2 * Mint, "burn of twice the fraction");
            AssertNotAbove(small.Amount, large.Amount, 2 * Mint, "monotone");
            AssertNotAbove(large.Amount, trade.Part * trade.State.MintPrice(trade.AssetOut), Mint + 4, "never above the marginal price");
        }
    });

    [Fact]
    public void A_mint_grows_less_than_at_the_margin_and_less_than_in_proportion() => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        double amount = trade.Part * trade.State.Balances[trade.AssetIn];
        Quote small = trade.State.MintSingle(trade.AssetIn, amount / 2);
        Quote large = trade.State.MintSingle(trade.AssetIn, amount);
        if (large.IsOk && small.IsOk)
        {
            AssertNotAbove(large.Amount, 2 * small.Amount, 2 * Mint, "growth for twice the deposit");
            AssertNotAbove(small.Amount, large.Amount, 2 * Mint, "monotone");
            AssertNotAbove(large.Amount * trade.State.MintPrice(trade.AssetIn), amount, Mint + 4, "never cheaper than the margin");
        }
    });

    [Fact]
    public void Dense_sparse_and_single_mints_of_the_same_deposit_are_the_same_bits() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        int n = trade.Drawn.Dimension;
        double amount = trade.Part * trade.State.Balances[trade.AssetIn];
        double[] deposits = new double[n];
        deposits[trade.AssetIn] = amount;
        Quote single = trade.State.MintSingle(trade.AssetIn, amount);
        Assert.Equal(single, trade.State.Mint(deposits));
        Assert.Equal(single, trade.State.MintSparse([trade.AssetIn], [amount]));
        deposits[trade.AssetOut] = trade.Part * trade.State.Balances[trade.AssetOut];
        (int first, int second) = (Math.Min(trade.AssetIn, trade.AssetOut), Math.Max(trade.AssetIn, trade.AssetOut));
        Assert.Equal(trade.State.Mint(deposits), trade.State.MintSparse([first, second], [deposits[first], deposits[second]]));
    });

    [Fact]
    public void A_mint_inside_the_price_box_ends_inside_it_and_one_that_leaves_is_refused()
    {
        int refused = 0;
        Trade.Obeys(300, DrawnSurfaces.Moderate, trade =>
        {
            double amount = 10 * trade.Part * trade.State.Balances[trade.AssetIn];
            Quote quote = trade.State.MintSingle(trade.AssetIn, amount);
            if (quote.Status == QuoteStatus.Infeasible)
            {
                return;
            }

            double[] balances = trade.State.Balances.ToArray();
            balances[trade.AssetIn] += amount;
            double after = trade.Drawn.Surface.At(balances).BoxExcess;
            double allowed = Math.Max(1, trade.State.BoxExcess);
            refused += quote.IsOk ? 0 : 1;
            Assert.True(quote.IsOk ? after <= allowed * (1 + 1e-9) : after >= allowed * (1 - 1e-9), $"{quote.Status}: {after:R} against {allowed:R}");
        });
        Assert.True(refused > 10, $"{refused} refusals");
    }

    [Fact]
    public void A_mint_that_brings_the_price_nearer_to_the_box_is_allowed_from_outside_it()
    {
        // Swap out of the box, then deposit the asset that the pool has become short of.
        int nearer = 0;
        Trade.Obeys(200, DrawnSurfaces.Moderate, trade =>
        {
            SteppedState pool = trade.State.ToStepped();
            double most = 0.999 * trade.State.Swaps.FirstLimit(SwapKind.ExactIn, trade.AssetIn, trade.AssetOut);
            pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, most);
            EllipsoidState outside = pool.ToPrepared();
            double deposit = 1e-3 * trade.State.Balances[trade.AssetOut];
            if (outside.BoxExcess <= 1.001 || !(deposit > 0))
            {
                return;
            }

            double[] balances = outside.Balances.ToArray();
            balances[trade.AssetOut] += deposit;
            if (trade.Drawn.Surface.TryAt(balances, out EllipsoidState? after) && after.BoxExcess < outside.BoxExcess * (1 - 1e-9))
            {
                nearer++;
                Assert.Equal(QuoteStatus.Ok, outside.MintSingle(trade.AssetOut, deposit).Status);
            }
        });
        Assert.True(nearer > 10, $"{nearer} cases");
    }

    [Fact]
    public void A_power_of_two_scales_mints_and_burns_exactly() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        double factor = Math.ScaleB(1, trade.Random.Next(-40, 40));
        EllipsoidState scaled = trade.Drawn.Surface.At(Scaled(trade.State, factor));
        double amount = trade.Part * trade.State.Balances[trade.AssetIn];
        Assert.Equal(trade.State.MintSingle(trade.AssetIn, amount), scaled.MintSingle(trade.AssetIn, amount * factor));
        Quote burn = trade.State.Burn(trade.AssetOut, trade.Part);
        Assert.Equal(burn with { Amount = burn.Amount * factor }, scaled.Burn(trade.AssetOut, trade.Part));
    });

    private static double[] Scaled(EllipsoidState state, double factor) => [.. state.Balances.ToArray().Select(balance => balance * factor)];
}
