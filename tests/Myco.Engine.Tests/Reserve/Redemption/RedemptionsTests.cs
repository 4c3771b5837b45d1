using Myco.Engine.Reserve.Redemption;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>The laws of Redemptions from any RedemptionState, the refusals of a RedemptionQuote, and the batch.</summary>
public sealed class RedemptionsTests
{
    private static readonly RedemptionParameters Usual = new(1, 0.3, 0.6, 0.999);

    [Fact]
    public void The_rate_lies_between_the_lesser_of_floor_and_backing_and_one()
    {
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(50_000, 11))
        {
            RedemptionQuote quote = Redemptions.Quote(drawn.Parameters, drawn.State, drawn.Amount);
            double least = Math.Min(drawn.Parameters.FloorRate, drawn.State.BackingRatio);
            Assert.True(quote.Rate >= least * (1 - 1e-15) && quote.Rate <= 1, $"rate {quote.Rate:R} in {quote.Region}: {drawn}");
            Assert.True(quote.Payout <= drawn.State.Reserve);
        }
    }

    [Fact]
    public void The_rate_falls_with_the_amount_and_the_payout_grows()
    {
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(1000, 12))
        {
            RedemptionQuote last = Redemptions.Quote(drawn.Parameters, drawn.State, drawn.State.Supply / 64);
            for (int part = 2; part <= 64; part++)
            {
                double amount = part * (drawn.State.Supply / 64);
                RedemptionQuote next = Redemptions.Quote(drawn.Parameters, drawn.State, amount);
                double slack = 1e-14 * drawn.State.AnchorSupply;
                Assert.True(next.Rate <= last.Rate + (slack / amount), $"{drawn} part {part}");
                Assert.True(next.Payout >= last.Payout - slack, $"{drawn} part {part}");
                last = next;
            }
        }
    }

    [Fact]
    public void All_of_the_supply_is_paid_all_of_the_reserve_and_less_leaves_some()
    {
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(20_000, 13).Where(drawn => drawn.State.Reserve < drawn.State.Supply))
        {
            RedemptionState state = drawn.State;
            double all = Redemptions.Quote(drawn.Parameters, state, state.Supply).Payout;
            Assert.InRange(all, state.Reserve - (1e-14 * state.AnchorSupply), state.Reserve);
            double most = Redemptions.Quote(drawn.Parameters, state, 0.999 * state.Supply).Payout;
            double left = state.Reserve - most, least = 0.001 * state.Supply * Math.Min(drawn.Parameters.FloorRate, state.BackingRatio);
            Assert.True(left >= least - (1e-14 * state.AnchorSupply), $"{left:R} left: {drawn}");
        }
    }

    [Fact]
    public void Two_redemptions_are_paid_what_one_of_both_is_while_the_level_is_carried()
    {
        Random random = new(14);
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(50_000, 15))
        {
            RedemptionState state = drawn.State;
            double first = drawn.Amount * random.NextDouble(), second = drawn.Amount - first;
            if (first == 0 || second == 0)
            {
                continue;
            }

            RedemptionQuote begun = Redemptions.Quote(drawn.Parameters, state, first);
            RedemptionState between = state.After(first, begun.Payout);
            RedemptionQuote ended = Redemptions.Quote(drawn.Parameters, between, Math.Min(second, between.Supply));
            RedemptionQuote whole = Redemptions.Quote(drawn.Parameters, state, drawn.Amount);
            double difference = begun.Payout + ended.Payout - whole.Payout;
            Assert.True(Math.Abs(difference) <= 1e-14 * state.AnchorSupply, $"{difference / state.AnchorSupply:G3} by splitting at {first:R}: {drawn}");
        }
    }

    [Fact]
    public void Par_and_floor_and_rest_are_paid_by_their_own_rate()
    {
        Assert.Equal(new RedemptionQuote(10, 1, RedemptionRegion.Par, QuoteStatus.Ok), Redemptions.Quote(Usual, new(5, 100, 100), 10));
        Assert.Equal(new RedemptionQuote(5, 0.5, RedemptionRegion.Floor, QuoteStatus.Ok), Redemptions.Quote(Usual, new(5, 50, 100), 10));
        RedemptionQuote rest = Redemptions.Quote(Usual, new(75, 22.5, 25), 10);
        Assert.Equal(new RedemptionQuote(9, 0.9, RedemptionRegion.FullThresholdResting, QuoteStatus.Ok), rest);
    }

    [Theory]
    [InlineData(0, 80, 100, double.NaN, QuoteStatus.NotFinite)]
    [InlineData(0, double.PositiveInfinity, 100, 1, QuoteStatus.NotFinite)]
    [InlineData(double.MaxValue, 80, double.MaxValue, 1, QuoteStatus.NotFinite)]
    [InlineData(0, 80, 100, -1, QuoteStatus.Negative)]
    [InlineData(-1, 80, 100, 1, QuoteStatus.Negative)]
    [InlineData(0, -80, 100, 1, QuoteStatus.Negative)]
    [InlineData(0, 80, 100, 0, QuoteStatus.Zero)]
    [InlineData(0, 80, 0, 1, QuoteStatus.Zero)]
    [InlineData(0, 80, 100, 101, QuoteStatus.Infeasible)]
    public void What_has_no_payout_is_refused_by_its_reason(double level, double reserve, double supply, double amount, QuoteStatus status)
    {
        RedemptionQuote quote = Redemptions.Quote(Usual, new(level, reserve, supply), amount);
        Assert.Equal(status, quote.Status);
        Assert.True(double.IsNaN(quote.Payout) && double.IsNaN(quote.Rate) && !quote.IsOk);
    }

    [Fact]
    public void Any_numbers_give_a_payout_or_a_reason_and_never_throw()
    {
        foreach (RedemptionParameters parameters in DrawnRedemption.Sets[..6])
        {
            double[] edges = [.. Numbers.Edges, .. Numbers.Spread(6, 16, 300)];
            foreach ((double level, double reserve, double supply) in from l in edges from r in edges from s in edges select (l, r, s))
            {
                RedemptionQuote quote = Redemptions.Quote(parameters, new(level, reserve, supply), supply / 2);
                Assert.True(quote.IsOk == !double.IsNaN(quote.Payout), $"{quote} at {level:R} {reserve:R} {supply:R}");
                Assert.True(!quote.IsOk || (quote.Payout >= 0 && quote.Payout <= reserve), $"{quote} at {level:R} {reserve:R} {supply:R}");
            }
        }
    }

    [Fact]
    public void A_batch_gives_the_bits_of_single_quotes_and_allocates_nothing()
    {
        DrawnRedemption[] drawn = [.. DrawnRedemption.Many(300, 17)];
        double[] levels = [.. drawn.Select(d => d.State.Level)], reserves = [.. drawn.Select(d => d.State.Reserve)];
        double[] supplies = [.. drawn.Select(d => d.State.Supply)], amounts = [.. drawn.Select((d, i) => i % 7 == 0 ? -1 : d.Amount)];
        double[] payouts = new double[drawn.Length], rates = new double[drawn.Length];
        var regions = new RedemptionRegion[drawn.Length];
        var statuses = new QuoteStatus[drawn.Length];
        AllocationAssert.None(() => Redemptions.Quote(Usual, levels, reserves, supplies, amounts, payouts, rates, regions, statuses));
        for (int i = 0; i < drawn.Length; i++)
        {
            RedemptionQuote single = Redemptions.Quote(Usual, new RedemptionState(levels[i], reserves[i], supplies[i]), amounts[i]);
            Assert.Equal(single, new RedemptionQuote(payouts[i], rates[i], regions[i], statuses[i]));
        }

        double[] expected = [.. payouts];
        Redemptions.Quote(Usual, levels, reserves, supplies, amounts, amounts, rates, regions, statuses);
        Assert.Equal(expected, amounts);
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Redemptions.Quote(Usual, levels, reserves, supplies.AsSpan(1), amounts, payouts, rates, regions, statuses));
        Assert.Contains($"{drawn.Length - 1} elements instead of {drawn.Length}", exception.Message, StringComparison.Ordinal);
    }
}
