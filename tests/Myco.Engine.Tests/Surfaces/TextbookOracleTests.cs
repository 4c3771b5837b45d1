using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Engine.Tests.Surfaces.Oracle;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Swaps, mints and burns against the textbook's route in 640 bits: solve |A(v − r·o)|² = r² for the new balance and take
/// the old one away. Verdicts too: a trade is feasible exactly when its end is a state.</summary>
public sealed class TextbookOracleTests(ITestOutputHelper output)
{
    private const double UlpLimit = 6;
    private double _worst;
    private int _refused;

    [Fact]
    public void Surface_constants_and_states_are_within_one_ulp_VsTextbook()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.Small)
        {
            TextbookSurface exact = drawn.Textbook;
            Ulp.AssertWithin(1, drawn.Surface.Kappa, exact.Kappa.ToExact(), $"kappa of {drawn}");
            EllipsoidState state = drawn.State(new(3));
            BigReal[] balances = Exactly(state.Balances);
            BigReal invariant = exact.Invariant(balances);
            BigReal[] gradient = exact.Gradient(balances, invariant);
            Ulp.AssertWithin(1, state.Invariant, invariant.ToExact(), $"invariant on {drawn}");
            for (int i = 0; i < drawn.Dimension; i++)
            {
                Ulp.AssertWithin(1, drawn.Surface.UnitOffset[i], exact.Offset[i].ToExact(), $"offset {i} of {drawn}");
                Ulp.AssertWithin(1, state.Gradient[i], gradient[i].ToExact(), $"gradient {i} on {drawn}");
                Ulp.AssertWithin(1, drawn.Surface.InverseMetric(i, i), exact.InverseMetric[i, i].ToExact(), $"inverse metric of {i} on {drawn}");
                double beside = drawn.Surface.InverseMetric(0, i) - exact.InverseMetric[0, i].ToDouble();
                Assert.InRange(Math.Abs(beside), 0, Math.ScaleB(drawn.LargestStretch * drawn.LargestStretch, -52));
            }
        }
    }

    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void Swaps_are_within_six_ulp_VsTextbook(SwapKind kind)
    {
        Trade.Obeys(1000, DrawnSurfaces.Small, trade => CheckSwap(kind, trade));
        Report(20);
    }

    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void The_oracle_in_quad_double_has_a_hundred_bits_VsTextbook(SwapKind kind)
    {
        double worst = 0;
        Trade.Obeys(300, DrawnSurfaces.Small, trade =>
        {
            (double amount, BigReal[]? end, Func<BigReal[], BigReal> asked) = Swap(kind, trade);
            QuadDouble quote = trade.State.QuoteInQuadDouble(kind, trade.AssetIn, trade.AssetOut, amount);
            if (end is not null)
            {
                ExactRational exact = asked(end).ToExact();
                ExactRational found = (ExactRational)quote.X0 + quote.X1 + quote.X2 + quote.X3;
                worst = Math.Max(worst, ExactRational.Abs((found - exact) / exact).ToDouble());
            }
        });
        output.WriteLine($"worst relative error {worst:E1}");
        Assert.InRange(worst, 1e-70, Math.ScaleB(1, -100));
    }

    [Fact]
    public void A_discriminant_that_rose_and_fell_again_costs_no_digits_VsTextbook() =>
        CheckSwap(SwapKind.ExactIn, Trade.Again(1_488_506_268, DrawnSurfaces.Small)); // 7.6 ulp while only exact out was watched.

    [Fact]
    public void Single_mints_are_within_six_ulp_VsTextbook()
    {
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            double[] deposits = new double[trade.Drawn.Dimension];
            deposits[trade.AssetIn] = trade.Part * trade.State.Balances[trade.AssetIn];
            CheckMint(trade, trade.State.MintSingle(trade.AssetIn, deposits[trade.AssetIn]), deposits);
        });
        Report(5);
    }

    [Fact]
    public void Dense_mints_are_within_six_ulp_VsTextbook()
    {
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            double spread = Math.Pow(10, -12 * trade.Random.NextDouble());
            double[] deposits = [.. trade.State.Balances.ToArray().Select(balance => balance * trade.Part * (1 + (spread * trade.Random.NextDouble())))];
            CheckMint(trade, trade.State.Mint(deposits), deposits);
        });
        Report(5);
    }

    [Fact]
    public void Mints_that_move_the_price_within_the_box_are_within_six_ulp_VsTextbook()
    {
        // From v(p) to v(p') on a larger ellipsoid: along its long axes, where the products GΔ cancel most.
        int minted = 0;
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            double[] balances = trade.State.Balances.ToArray();
            double[] target = trade.Drawn.Balances(trade.State.Invariant, trade.Drawn.Prices(trade.Random));
            double growth = balances.Zip(target, (from, to) => from / to).Max() * (1 + trade.Part);
            double[] deposits = [.. balances.Zip(target, (from, to) => Math.Max(0, (growth * to) - from))];
            Quote quote = trade.State.Mint(deposits);
            minted += quote.IsOk ? 1 : 0;
            CheckMint(trade, quote, deposits);
        });
        Assert.True(minted > 500, $"{minted} mints");
        Report(0);
    }

    [Fact]
    public void Burns_are_within_six_ulp_VsTextbook()
    {
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            BigReal[] balances = Exactly(trade.State.Balances);
            BigReal invariant = trade.Drawn.Textbook.Invariant(balances) * (BigReal.One - trade.Part), before = balances[trade.AssetOut];
            Quote quote = trade.State.Burn(trade.AssetOut, trade.Part);
            Check(quote, End(trade, balances, invariant, trade.AssetOut), after => before - after[trade.AssetOut]);
        });
        Report(20);
    }

    [Fact]
    public void Large_burns_of_an_asset_that_makes_up_the_pool_are_within_six_ulp_VsTextbook()
    {
        // The discriminant falls with the square of what is left: here is where binary64 alone would lose digits.
        int paid = 0;
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            EllipsoidState state = trade.Drawn.Cornered(trade.AssetOut, trade.Random);
            double fraction = 1 - Math.Pow(10, -3 * trade.Random.NextDouble());
            BigReal[] balances = Exactly(state.Balances);
            BigReal invariant = trade.Drawn.Textbook.Invariant(balances) * (BigReal.One - fraction), before = balances[trade.AssetOut];
            Quote quote = state.Burn(trade.AssetOut, fraction);
            paid += quote.IsOk && fraction > 0.5 ? 1 : 0;
            Check(quote, End(trade, balances, invariant, trade.AssetOut), after => before - after[trade.AssetOut]);
        });
        Assert.True(paid > 10, $"{paid} large burns were paid");
        Report(20);
    }

    [Fact]
    public void Deposits_for_growth_are_within_six_ulp_VsTextbook()
    {
        Trade.Obeys(1000, DrawnSurfaces.Small, trade =>
        {
            BigReal[] balances = Exactly(trade.State.Balances);
            BigReal invariant = trade.Drawn.Textbook.Invariant(balances) * (BigReal.One + trade.Part), before = balances[trade.AssetIn];
            Quote quote = trade.State.DepositForGrowth(trade.AssetIn, trade.Part);
            BigReal[]? after = End(trade, balances, invariant, trade.AssetIn);
            if (quote.Status != QuoteStatus.OutsidePriceBounds || after is null)
            {
                Check(quote, after, end => end[trade.AssetIn] - before);
            }
        });
        Report(5);
    }

    /// <summary>The state at the end, with the asked balance solved for; null where there is none.</summary>
    private static BigReal[]? End(Trade trade, BigReal[] balances, BigReal invariant, int asked)
    {
        BigReal[] after = [.. balances];
        BigReal? solved = trade.Drawn.Textbook.Balance(balances, invariant, asked);
        after[asked] = solved ?? BigReal.One;
        return solved is not null && trade.Drawn.Textbook.IsState(after, invariant) ? after : null;
    }

    private void CheckSwap(SwapKind kind, Trade trade)
    {
        (double amount, BigReal[]? end, Func<BigReal[], BigReal> asked) = Swap(kind, trade);
        Quote quote = kind == SwapKind.ExactIn
            ? trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount)
            : trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amount);
        Check(quote, end, asked);
    }

    /// <summary>An amount given, the state that the textbook's swap of it ends in, and how the amount asked for is told from that state.</summary>
    private static (double Amount, BigReal[]? End, Func<BigReal[], BigReal> Asked) Swap(SwapKind kind, Trade trade)
    {
        bool exactIn = kind == SwapKind.ExactIn;
        double part = trade.Random.Next(3) switch { 0 => 1.3, 1 => 1 - Math.Pow(10, -9 * trade.Random.NextDouble()), _ => trade.Part };
        double amount = part * trade.State.LargestAmount(kind, trade.AssetIn, trade.AssetOut);
        (int given, int asked) = exactIn ? (trade.AssetIn, trade.AssetOut) : (trade.AssetOut, trade.AssetIn);
        BigReal[] balances = Exactly(trade.State.Balances);
        BigReal invariant = trade.Drawn.Textbook.Invariant(balances), before = balances[asked];
        balances[given] += exactIn ? amount : -amount;
        return (amount, End(trade, balances, invariant, asked), after => exactIn ? before - after[asked] : after[asked] - before);
    }

    private void CheckMint(Trade trade, Quote quote, double[] deposits)
    {
        BigReal[] before = Exactly(trade.State.Balances);
        BigReal[] after = [.. before.Select((balance, i) => balance + deposits[i])];
        BigReal start = trade.Drawn.Textbook.Invariant(before);
        BigReal? found = trade.Drawn.Textbook.TryInvariant(after);
        BigReal end = found ?? start;
        bool isState = found is not null && trade.Drawn.Textbook.IsState(after, end) && end > start;
        if (quote.Status == QuoteStatus.OutsidePriceBounds)
        {
            Assert.True(isState, "outside the bounds is said of states only");
            _refused++;
        }
        else
        {
            Check(quote, isState ? after : null, _ => (end / start) - BigReal.One);
        }
    }

    private void Check(Quote quote, BigReal[]? end, Func<BigReal[], BigReal> amount)
    {
        Assert.Equal(end is null ? QuoteStatus.Infeasible : QuoteStatus.Ok, quote.Status);
        if (end is null)
        {
            _refused++;
            return;
        }

        ExactRational exact = amount(end).ToExact();
        _worst = Math.Max(_worst, Ulp.Distance(quote.Amount, exact));
        Ulp.AssertWithin(UlpLimit, quote.Amount, exact);
    }

    private void Report(int refusals)
    {
        output.WriteLine($"worst {_worst:F2} ulp, {_refused} refused");
        Assert.True(_refused >= refusals, $"{_refused} refusals were seen, fewer than {refusals}: the verdicts went untried");
    }

    private static BigReal[] Exactly(ReadOnlySpan<double> values)
    {
        BigReal[] exact = new BigReal[values.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = values[i];
        }

        return exact;
    }
}
