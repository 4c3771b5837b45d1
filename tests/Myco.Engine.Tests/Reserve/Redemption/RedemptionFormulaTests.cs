using Myco.Engine.Reserve.Redemption;
using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>RedemptionCurve, RedemptionRegions, RedemptionThresholds and Redemptions over packs and in double-double.</summary>
public sealed class RedemptionFormulaTests
{
    [Fact]
    public void Eight_redemptions_are_paid_as_each_alone()
    {
        int[] seen = new int[9];
        foreach (RedemptionParameters parameters in DrawnRedemption.Sets)
        {
            double[][] paths = [.. Paths(parameters, 251)];
            FormulaCheck.Packs(new Quoting(parameters), path =>
            {
                RedemptionQuote quote = Redemptions.Quote(parameters, new(path[0], path[1], path[2]), path[3]);
                seen[(int)quote.Region] += quote.IsOk ? 1 : 0;
                return [quote.Payout, quote.Rate, (int)quote.Region, (int)quote.Status];
            }, paths);
        }

        Assert.All(seen, count => Assert.True(count >= 20, $"redemptions by region: {string.Join(' ', seen)}"));
    }

    [Fact]
    public void Eight_states_have_the_regions_and_deficits_of_each_alone()
    {
        foreach (RedemptionParameters parameters in DrawnRedemption.Sets)
        {
            FormulaCheck.Packs(new Finding(parameters), path =>
            {
                RedemptionState state = new(path[0], path[1], path[2]);
                RedemptionRegion region = RedemptionRegions.Find(parameters, state);
                return [(int)region, RedemptionRegions.DeficitOf(parameters, state, region)];
            }, [.. Paths(parameters, 252)]);
        }
    }

    [Fact]
    public void Eight_curves_are_each_their_own()
    {
        Random random = new(253);
        double[][] paths = [.. Enumerable.Range(0, 4000).Select(_ =>
        {
            RedemptionParameters drawn = DrawnRedemption.Sets[random.Next(DrawnRedemption.Sets.Length)];
            double theta = 1 - drawn.FloorRate, deficit = random.Next(5) switch { 0 => 0, 1 => theta / 2, 2 => theta, _ => theta * random.NextDouble() };
            double level = random.NextDouble();
            return (double[])[drawn.Curvature, drawn.Threshold, drawn.FloorRate, deficit, level, (1 - level) * random.NextDouble()];
        }), [1, 0.3, 0.6, double.NaN, 0.5, 0.5], [1, 0.3, 0.6, 0.2, double.NaN, 0.5]];
        FormulaCheck.Packs(default(Curve), path =>
        {
            RedemptionCurve curve = new(new(path[0], path[1], path[2], 0.5), path[3]);
            return [curve.Curvature, curve.Threshold, curve.FallLength, curve.DeficitAt(path[4]), curve.LossOf(path[4], path[5])];
        }, paths);
    }

    [Fact]
    public void A_curve_that_begins_at_the_floor_is_steep_and_finite()
    {
        foreach (RedemptionParameters parameters in DrawnRedemption.Sets)
        {
            RedemptionCurve curve = new(parameters, 1 - parameters.FloorRate);
            Assert.True(double.IsFinite(curve.Curvature));
            Assert.InRange(curve.RateAt(1e-6), parameters.FloorRate - 1e-12, parameters.FloorRate + 1e-9);
        }
    }

    [Fact]
    public void Payouts_are_within_1e14_of_the_anchor_supply_and_in_double_double_as_much_nearer()
    {
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(800, 254))
        {
            (RedemptionParameters parameters, RedemptionState state, double amount) = drawn;
            FormulaCheck.Precision(
                new Payout(parameters), [[state.Level, state.Reserve, state.Supply, amount]], 1e-14 * Math.ScaleB(1, 53), _ => state.AnchorSupply);
        }
    }

    [Fact]
    public void No_redemption_allocates_in_any_precision()
    {
        FormulaCheck.Allocation(new Quoting(DrawnRedemption.Sets[0]), [50, 700, 950, 100]);
        FormulaCheck.Allocation(new Finding(DrawnRedemption.Sets[0]), [50, 700, 950]);
        FormulaCheck.Allocation(default(Curve), [1, 0.3, 0.6, 0.2, 0.5, 0.1]);
    }

    [Fact]
    public void Parameters_are_the_same_by_their_four_numbers()
    {
        RedemptionParameters one = new(1, 0.3, 0.6, 0.9), same = new(1, 0.3, 0.6, 0.9);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.All(
            new RedemptionParameters[] { new(2, 0.3, 0.6, 0.9), new(1, 0.2, 0.6, 0.9), new(1, 0.3, 0.5, 0.9), new(1, 0.3, 0.6, 0.8) },
            other => Assert.NotEqual(one, other));
    }

    /// <summary>Level, reserve, supply, amount: states of every region, on their borders, and such as are refused.</summary>
    private static IEnumerable<double[]> Paths(RedemptionParameters parameters, int seed)
    {
        Random random = new(seed);
        double[] bad = [0, -1, double.NaN, double.PositiveInfinity, 1e300];
        foreach (DrawnRedemption drawn in DrawnRedemption.Many(600, seed))
        {
            RedemptionState state = drawn.State;
            double reserve = random.Next(8) switch
            {
                0 => state.Supply,
                1 => parameters.FloorRate * state.Supply,
                2 => 1.1 * state.Supply,
                3 => 0.5 * parameters.FloorRate * state.Supply,
                _ => state.Supply * (parameters.FloorRate + ((1 - parameters.FloorRate) * random.NextDouble())),
            };
            double[] path = [random.Next(9) == 0 ? parameters.Threshold * state.AnchorSupply : state.Level, reserve, state.Supply, drawn.Amount];
            if (random.Next(6) == 0)
            {
                path[random.Next(4)] = bad[random.Next(bad.Length)];
            }

            yield return path;
        }
    }

    private readonly struct Quoting(RedemptionParameters parameters) : IRealFormula
    {
        public int Outputs => 4;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            RedemptionQuote<TReal> quote = Redemptions<TReal>.Quote(parameters.ThresholdsIn<TReal>(), inputs[0], inputs[1], inputs[2], inputs[3]);
            (outputs[0], outputs[1], outputs[2], outputs[3]) = (quote.Payout, quote.Rate, quote.Region, quote.Status);
        }
    }

    private readonly struct Payout(RedemptionParameters parameters) : IRealFormula
    {
        public int Outputs => 1;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal> =>
            outputs[0] = Redemptions<TReal>.Quote(parameters.ThresholdsIn<TReal>(), inputs[0], inputs[1], inputs[2], inputs[3]).Payout;
    }

    private readonly struct Finding(RedemptionParameters parameters) : IRealFormula
    {
        public int Outputs => 2;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            RedemptionThresholds<TReal> thresholds = parameters.ThresholdsIn<TReal>();
            NormalisedState<TReal> at = new(inputs[0], inputs[1], inputs[2], parameters.FloorRate);
            outputs[0] = RedemptionRegions<TReal>.Find(thresholds, at);
            outputs[1] = RedemptionRegions<TReal>.DeficitOf(thresholds, at, outputs[0]);
        }
    }

    private readonly struct Curve : IRealFormula
    {
        public int Outputs => 5;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            RedemptionCurve<TReal> curve = RedemptionCurve<TReal>.Of(new(inputs[0], inputs[1], inputs[2]), inputs[3]);
            (outputs[0], outputs[1], outputs[2]) = (curve.Curvature, curve.Threshold, curve.FallLength);
            outputs[3] = curve.DeficitAt(inputs[4], 1 - inputs[4]);
            outputs[4] = curve.LossOf(inputs[4], inputs[5]);
        }
    }
}
