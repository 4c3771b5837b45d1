using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Tranching;

/// <summary>TargetWeights, TrancheSplit and FlowLimits over packs and in double-double.</summary>
public sealed class TranchingFormulaTests
{
    private static readonly FlowLimits Limits = new() { ShortFlowThreshold = 0.1, Buffer = 0.5, SafetyModeSeconds = 10 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    public void Eight_reserves_have_the_weights_and_splits_of_each_alone(int vaults)
    {
        double[][] paths = Reserves(1500, vaults, 221, withNothing: true);
        FormulaCheck.Packs(new Weights(vaults), path => ScalarWeights(vaults, path), paths);
        FormulaCheck.Packs(new Splits(vaults), path => ScalarSplits(vaults, path), paths);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Weights_and_splits_are_within_their_bounds(int vaults)
    {
        double[][] paths = Reserves(400, vaults, 222, withNothing: false);
        FormulaCheck.Precision(new Weights(vaults), paths, 2 * (vaults + 4));
        FormulaCheck.Precision(new Splits(vaults), paths, 90, path => path[..vaults].Sum() + path[^1]);
    }

    [Fact]
    public void Eight_flows_are_judged_as_each_alone()
    {
        foreach (FlowLimits limits in new[] { Limits, Limits with { Buffer = 0 }, Limits with { ShortFlowThreshold = double.PositiveInfinity, Buffer = 0 } })
        {
            FormulaCheck.Packs(new Judgement(limits), path =>
            {
                FlowVerdict verdict = new TrancheFlow(default, path[3]).Add(limits, path[0], path[1], path[2], 0, out TrancheFlow next);
                return [(int)verdict, next.ClosedUntil];
            }, Flows(4000, 223));
        }
    }

    [Fact]
    public void A_double_double_is_judged_as_the_double()
    {
        foreach (FlowLimits limits in new[] { Limits, Limits with { ShortFlowThreshold = double.PositiveInfinity, Buffer = 0 } })
        {
            foreach (double[] path in Flows(1000, 224))
            {
                Lane1 plain = limits.Judge<Lane1>(path[0], path[1], path[2], path[3], out Lane1 closed);
                DoubleDouble twofold = limits.Judge<DoubleDouble>(path[0], path[1], path[2], path[3], out DoubleDouble closedUntil);
                Assert.Equal((plain.Value, closed.Value), (twofold.High, closedUntil.High));
            }
        }
    }

    [Fact]
    public void No_split_allocates_in_any_precision()
    {
        double[] path = [1, 2, 3, 0.5, 0.25, 0.25, 1, 2, 3, 0.5];
        FormulaCheck.Allocation(new Weights(3), path);
        FormulaCheck.Allocation(new Splits(3), path);
        FormulaCheck.Allocation(new Judgement(Limits), [5, 100, 0, 0]);
    }

    private static double[] ScalarWeights(int vaults, double[] path)
    {
        double[] outputs = new double[2 * vaults];
        TargetWeights.AdjustForPrices(path.AsSpan(vaults, vaults), path.AsSpan(2 * vaults, vaults), path.AsSpan(vaults, vaults), outputs.AsSpan(0, vaults));
        TargetWeights.FromValues(path.AsSpan(0, vaults), path.AsSpan(vaults, vaults), outputs.AsSpan(vaults));
        return outputs;
    }

    private static double[] ScalarSplits(int vaults, double[] path)
    {
        double[] outputs = new double[2 * vaults];
        TrancheSplit.Withdraw(path.AsSpan(0, vaults), path.AsSpan(vaults, vaults), path[^1], outputs.AsSpan(0, vaults));
        TrancheSplit.Deposit(path.AsSpan(0, vaults), path.AsSpan(vaults, vaults), path[^1], outputs.AsSpan(vaults));
        return outputs;
    }

    /// <summary>N values, N targets, N prices, an amount: reserves at their targets, empty ones, all of it withdrawn, and what is no number.</summary>
    private static double[][] Reserves(int count, int vaults, int seed, bool withNothing)
    {
        Random random = new(seed);
        double[] Draw()
        {
            double[] shares = [.. Enumerable.Range(0, vaults).Select(_ => 0.01 + random.NextDouble())];
            double[] targets = [.. shares.Select(share => share / shares.Sum())];
            bool atTargets = random.Next(4) == 0, isEmpty = random.Next(8) == 0;
            double[] values = [.. targets.Select(target => isEmpty ? 0 : atTargets ? 1000 * target : random.Next(10) == 0 ? 0 : 2000 * target * random.NextDouble())];
            double total = OrderedSum.Of(values), amount = random.Next(5) switch { 0 => total, 1 => 0, 2 => 3 * total, _ => total * random.NextDouble() };
            if (withNothing && random.Next(5) == 0)
            {
                values[random.Next(vaults)] = random.Next(2) == 0 ? double.NaN : double.PositiveInfinity;
            }

            return [.. values, .. targets, .. targets.Select(_ => Math.Exp(4 * (random.NextDouble() - 0.5))), withNothing && random.Next(9) == 0 ? double.NaN : amount];
        }

        return [.. Enumerable.Range(0, count).Select(_ => Draw())];
    }

    /// <summary>The flow with the order, the vault's value, the time, until when it is closed: borders of all.</summary>
    private static double[][] Flows(int count, int seed)
    {
        Random random = new(seed);
        double[] flows = [0, 5, 10, Math.BitIncrement(5), Math.BitIncrement(10), 1e300];
        return [.. Enumerable.Range(0, count).Select(_ => (double[])
        [
            random.Next(2) == 0 ? flows[random.Next(flows.Length)] : 20 * random.NextDouble(),
            random.Next(5) == 0 ? 0 : 100,
            random.Next(3),
            random.Next(3),
        ])];
    }

    private readonly struct Weights(int vaults) : IRealFormula
    {
        public int Outputs => 2 * vaults;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            ReadOnlySpan<TReal> values = inputs[..vaults], targets = inputs[vaults..(2 * vaults)], prices = inputs[(2 * vaults)..(3 * vaults)];
            TargetWeights.AdjustForPrices(targets, prices, targets, outputs[..vaults]);
            TargetWeights.FromValues(values, targets, outputs[vaults..]);
        }
    }

    private readonly struct Splits(int vaults) : IRealFormula
    {
        public int Outputs => 2 * vaults;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            ReadOnlySpan<TReal> values = inputs[..vaults], targets = inputs[vaults..(2 * vaults)];
            TrancheSplit.Withdraw(values, targets, inputs[^1], outputs[..vaults]);
            TrancheSplit.Deposit(values, targets, inputs[^1], outputs[vaults..]);
        }
    }

    private readonly struct Judgement(FlowLimits limits) : IRealFormula
    {
        public int Outputs => 2;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            outputs[0] = limits.Judge(inputs[0], inputs[1], inputs[2], inputs[3], out TReal closedUntil);
            outputs[1] = closedUntil;
        }
    }
}
