using Myco.Engine.Reserve.Flows;
using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Flows;

/// <summary>MemoryFlow and FlowDampening over packs and in double-double.</summary>
public sealed class FlowFormulaTests
{
    private static readonly DampeningParameters Usual = new() { Threshold = 0.05 };
    private static readonly DampeningParameters None = new() { Threshold = double.PositiveInfinity };

    [Fact]
    public void Eight_flows_fade_as_each_alone() =>
        FormulaCheck.Packs(default(Decay), path => [MemoryFlow.Decay(path[0], path[1], path[2])], Decays(4000, 211, withNothing: true));

    [Fact]
    public void A_faded_flow_is_within_two_units_of_the_last_place() => FormulaCheck.Precision(default(Decay), Decays(1000, 212, withNothing: false), 4);

    [Fact]
    public void What_is_of_now_or_of_nothing_stays_whatever_its_memory()
    {
        Assert.Equal(5, MemoryFlow.Decay(5, 0, 0));
        Assert.Equal(5, MemoryFlow.Decay(5, double.NaN, 0));
        Assert.Equal(0, MemoryFlow.Decay(0, 0.5, double.NaN));
        Assert.Equal(0, MemoryFlow.Decay(5, 0, 1));
        Assert.Equal(5, MemoryFlow.Decay(5, 1, 1e9));
        Assert.Equal(double.NaN, MemoryFlow.Decay(5, 0.5, double.NaN));
    }

    [Fact]
    public void Eight_redemptions_are_dampened_as_each_alone()
    {
        double[][] paths = Redemptions(4000, 213, withNothing: true);
        foreach (DampeningParameters parameters in new[] { Usual, None })
        {
            FormulaCheck.Packs(
                new Dampening(parameters),
                path => [FlowDampening.Effective(parameters, path[0], path[1], path[2]), FlowDampening.Multiplier(parameters.Threshold, path[0], path[1])],
                paths);
        }
    }

    [Fact]
    public void Dampening_is_within_its_bound()
    {
        double[][] paths = Redemptions(1000, 214, withNothing: false);
        FormulaCheck.Precision(new Multiplier(Usual.Threshold), paths, 8);
        FormulaCheck.Precision(new Dampening(Usual), paths, 16, path => Math.Max(1, Math.Min(path[2], Usual.Threshold * path[1])));
    }

    [Fact]
    public void Without_a_threshold_all_is_effective_of_any_supply_in_any_precision()
    {
        Assert.Equal((7, 1), (FlowDampening.Effective(None, 1e9, 0, 7), FlowDampening.Multiplier(double.PositiveInfinity, 1e9, 0)));
        Assert.Equal(7, FlowDampening.Effective<DoubleDouble>(None, 1e9, 1e3, 7));
        Assert.Equal(1, FlowDampening.Multiplier<DoubleDouble>(double.PositiveInfinity, 1e9, 1e3));
    }

    [Fact]
    public void No_flow_allocates_in_any_precision()
    {
        FormulaCheck.Allocation(default(Decay), [10, 0.999, 17]);
        FormulaCheck.Allocation(new Dampening(Usual), [10, 100, 17]);
    }

    private static double[][] Decays(int count, int seed, bool withNothing)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double[])
        [
            random.Next(8) == 0 ? 0 : Math.Pow(10, (24 * random.NextDouble()) - 6),
            withNothing && random.Next(6) == 0 ? random.Next(3) switch { 0 => 0, 1 => 1, _ => double.NaN } : 1 - Math.Pow(10, -6 * random.NextDouble()),
            random.Next(5) switch { 0 => 0, 1 => 1, 2 when withNothing => double.NaN, 3 => random.Next(86_400), _ => 100 * random.NextDouble() },
        ]).Where(path => withNothing || path[2] * Math.Log(path[1]) > -500)];
    }

    private static double[][] Redemptions(int count, int seed, bool withNothing)
    {
        Random random = new(seed);
        double[] flows = [0, 50, 49.999999999999993, 50.000000000000007, 1e9], amounts = [0, 50, 1e-300, 1000];
        return [.. Enumerable.Range(0, count).Select(_ => (double[])
        [
            random.Next(3) == 0 ? flows[random.Next(flows.Length)] : 300 * random.NextDouble(),
            withNothing && random.Next(8) == 0 ? random.Next(2) * double.NaN : 1000,
            random.Next(4) == 0 ? amounts[random.Next(amounts.Length)] : 500 * random.NextDouble(),
        ])];
    }

    private readonly struct Decay : IRealFormula
    {
        public int Outputs => 1;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal> => outputs[0] = MemoryFlow.Decay<TReal, TElementary>(inputs[0], inputs[1], inputs[2]);
    }

    private readonly struct Dampening(DampeningParameters parameters) : IRealFormula
    {
        public int Outputs => 2;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            outputs[0] = FlowDampening.Effective(parameters, inputs[0], inputs[1], inputs[2]);
            outputs[1] = FlowDampening.Multiplier(parameters.Threshold, inputs[0], inputs[1]);
        }
    }

    private readonly struct Multiplier(double threshold) : IRealFormula
    {
        public int Outputs => 1;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal> => outputs[0] = FlowDampening.Multiplier(threshold, inputs[0], inputs[1]);
    }
}
