using Myco.Engine.Reserve.Redemption;
using Myco.Kernels.Roots;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>The closed forms of RedemptionRegions, between their RedemptionThresholds, against the curve's definition in many digits, and against a root finder.</summary>
public sealed class RedemptionAccuracyTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void Payouts_are_within_1e14_of_the_anchor_supply_of_the_definition_in_every_region()
    {
        int[] seen = new int[9];
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(800, 5))
        {
            RedemptionQuote quote = Redemptions.Quote(drawn.Parameters, drawn.State, drawn.Amount);
            Assert.Equal(QuoteStatus.Ok, quote.Status);
            FixedPoint anchor = (FixedPoint)drawn.State.Level + drawn.State.Supply;
            FixedPoint exact = RedemptionOracle.Payout(drawn.Parameters, drawn.State, drawn.Amount);
            double error = Math.Abs((((FixedPoint)quote.Payout / anchor) - exact).ToDouble());
            Assert.True(error <= Tolerance, $"{error:G3} of the anchor supply in {quote.Region}: {drawn}");
            seen[(int)quote.Region]++;
        }

        Assert.All(seen[..7], count => Assert.True(count >= 8, $"states by region: {string.Join(' ', seen)}"));
    }

    [Fact]
    public void The_curve_that_a_closed_form_names_passes_through_the_state()
    {
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(20_000, 6))
        {
            (RedemptionParameters parameters, RedemptionState state, double _) = drawn;
            RedemptionRegion region = RedemptionRegions.Find(parameters, state);
            if (region is RedemptionRegion.Par or RedemptionRegion.Floor)
            {
                Assert.True(double.IsNaN(RedemptionRegions.DeficitOf(parameters, state, region)));
                continue;
            }

            RedemptionCurve curve = new(parameters, RedemptionRegions.DeficitOf(parameters, state, region));
            double residual = curve.DeficitAt(state.Level / state.AnchorSupply, state.Supply / state.AnchorSupply) - ((state.Supply - state.Reserve) / state.AnchorSupply);
            Assert.True(Math.Abs(residual) <= 4e-15, $"residual {residual:G3} in {region}: {drawn}");
        }
    }

    [Fact]
    public void A_bracketing_root_finder_comes_to_the_same_payouts()
    {
        int converged = 0;
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(5000, 7))
        {
            (RedemptionParameters parameters, RedemptionState state, double amount) = drawn;
            RedemptionQuote quote = Redemptions.Quote(parameters, state, amount);
            if (quote.Region is RedemptionRegion.Par or RedemptionRegion.Floor)
            {
                continue;
            }

            Through through = new(parameters, state);
            Root root = BracketedNewton.Solve<DeficitAt, Through>(in through, 0, 1 - parameters.FloorRate);
            Assert.Equal(RootStatus.Converged, root.Status);
            double anchor = state.AnchorSupply;
            double payout = amount - (anchor * new RedemptionCurve(parameters, root.Value).LossOf(state.Level / anchor, amount / anchor));
            Assert.True(Math.Abs(payout - quote.Payout) <= 1e-12 * anchor, $"{(payout - quote.Payout) / anchor:G3} in {quote.Region}: {drawn}");
            converged++;
        }

        Assert.True(converged > 4000);
    }

    [Fact]
    public void The_payout_of_an_amount_is_continuous_over_every_border_of_regions()
    {
        Random random = new(8);
        HashSet<(RedemptionRegion, RedemptionRegion)> borders = [];
        for (int round = 0; round < 4000; round++)
        {
            DrawnRedemption drawn = DrawnRedemption.Draw(random);
            (RedemptionParameters parameters, RedemptionState state, double amount) = drawn;
            double low = state.Supply * random.NextDouble(), high = Math.Max(low, 1.2 * state.Supply * random.NextDouble());
            RedemptionState At(double reserve) => state with { Reserve = reserve };
            while (Math.BitIncrement(low) < high)
            {
                double middle = low + ((high - low) / 2);
                bool same = RedemptionRegions.Find(parameters, At(middle)) == RedemptionRegions.Find(parameters, At(low));
                (low, high) = same ? (middle, high) : (low, middle);
            }

            RedemptionQuote below = Redemptions.Quote(parameters, At(low), amount), above = Redemptions.Quote(parameters, At(high), amount);
            Assert.True(
                Math.Abs(below.Payout - above.Payout) <= 2 * Tolerance * state.AnchorSupply,
                $"a jump of {(above.Payout - below.Payout) / state.AnchorSupply:G3} from {below.Region} to {above.Region}: {drawn}");
            _ = below.Region != above.Region && borders.Add((below.Region, above.Region));
        }

        Assert.True(borders.Count >= 10, $"borders crossed: {string.Join(", ", borders)}");
    }

    private readonly record struct Through(RedemptionParameters Parameters, RedemptionState State);

    private readonly struct DeficitAt : IDifferentiable<Through>
    {
        public static void Evaluate(ref readonly Through arguments, double x, out double value, out double slope)
        {
            RedemptionState state = arguments.State;
            value = new RedemptionCurve(arguments.Parameters, x).DeficitAt(state.Level / state.AnchorSupply, state.Supply / state.AnchorSupply)
                - ((state.Supply - state.Reserve) / state.AnchorSupply);
            slope = 1;
        }
    }
}
