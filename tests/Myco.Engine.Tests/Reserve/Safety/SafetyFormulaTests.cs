using Myco.Engine.Reserve.Safety;
using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Safety;

/// <summary>ReserveSafety over packs, and against the order of checks written as branches.</summary>
public sealed class SafetyFormulaTests
{
    private static readonly ReserveSafety[] Rules =
    [
        new(0.2), new(0.2, outside: OutsideRule.Closer), new(0.05, BandKind.Absolute), new(0), new(double.PositiveInfinity), new(double.PositiveInfinity, BandKind.Absolute),
    ];

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(8, false)]
    [InlineData(17, true)]
    public void Eight_orders_meet_the_checks_that_each_meets_alone(int vaults, bool isMint)
    {
        double[][] orders = [.. Orders(1500, vaults, 231, isMint)];
        foreach (ReserveSafety safety in Rules)
        {
            FormulaCheck.Packs(new Checks(safety, isMint, vaults), order => Scalar(safety, isMint, vaults, order), orders);
        }
    }

    [Fact]
    public void The_verdict_is_that_of_the_checks_one_after_another()
    {
        int[] seen = new int[5];
        foreach (bool isMint in new[] { false, true })
        {
            foreach (double[] order in Orders(8000, 3, 232, isMint).Where(order => order.All(double.IsFinite)))
            {
                foreach (ReserveSafety safety in Rules)
                {
                    SafetyVerdict verdict = Verdict(safety, isMint, 3, order);
                    Assert.Equal(OneAfterAnother(safety, isMint, order[..3], order[3..6], order[6..9], order[9..]), verdict);
                    seen[(int)verdict.Check]++;
                }
            }
        }

        Assert.All(seen, count => Assert.True(count > 500, $"verdicts by check: {string.Join(' ', seen)}"));
    }

    [Fact]
    public void A_double_double_meets_the_check_that_the_double_meets()
    {
        // But for the rules that know no rounding: the strict one, and that of mints off their pegs.
        foreach (ReserveSafety safety in Rules.Where(rule => rule.Outside == OutsideRule.NotFarther))
        {
            Checks checks = new(safety, false, 3);
            foreach (double[] order in Orders(1000, 3, 234, false).Where(order => order.All(double.IsFinite)))
            {
                DoubleDouble[] twofold = new DoubleDouble[2];
                checks.Apply<DoubleDouble, DoubleDoubleElementary>([.. order.Select(number => (DoubleDouble)number)], twofold);
                Assert.Equal(Scalar(safety, false, 3, order), twofold.Select(number => number.High));
            }
        }
    }

    [Fact]
    public void Eight_prices_have_the_conditions_of_each_alone()
    {
        Random random = new(233);
        double[] prices = [0, 0.97, 0.98, 1, 1.02, 1.03, double.NaN], minima = [0, 0.98, 2], pegs = [0.98, double.NaN];
        double[][] paths = [.. Enumerable.Range(0, 2000).Select(_ => (double[])
            [prices[random.Next(7)], minima[random.Next(3)], pegs[random.Next(2)], random.Next(2) == 0 ? 1.02 : double.NaN])];
        FormulaCheck.Packs(default(Condition), path =>
        {
            (double price, double minimum, double floor, double ceiling) = (path[0], path[1], path[2], path[3]);
            return [price < minimum ? 3 : price < floor ? 2 : price > ceiling ? 1 : 0];
        }, paths);
    }

    [Fact]
    public void No_check_allocates_in_any_precision()
    {
        FormulaCheck.Allocation(new Checks(Rules[0], true, 2), [1, 2, 2, 2, 0.5, 0.5, 0, 2]);
        FormulaCheck.Allocation(default(Condition), [1, 0, 0.98, 1.02]);
    }

    private static SafetyVerdict Verdict(ReserveSafety safety, bool isMint, int n, double[] order) => safety.Check(
        isMint, order.AsSpan(0, n), order.AsSpan(n, n), order.AsSpan(2 * n, n), [.. order.Skip(3 * n).Select(number => (TrancheCondition)number)]);

    private static double[] Scalar(ReserveSafety safety, bool isMint, int n, double[] order)
    {
        SafetyVerdict verdict = Verdict(safety, isMint, n, order);
        return [(int)verdict.Check, verdict.Vault];
    }

    private static SafetyVerdict OneAfterAnother(ReserveSafety safety, bool isMint, double[] old, double[] next, double[] targets, double[] conditions)
    {
        double oldTotal = (old[0] + old[1]) + old[2], total = (next[0] + next[1]) + next[2];
        if (Array.FindIndex(next, value => value < 0) is int exhausted and >= 0)
        {
            return SafetyVerdict.Refuse(SafetyCheck.VaultExhausted, exhausted);
        }

        if (!isMint && total == 0)
        {
            return SafetyVerdict.Safe;
        }

        if (Array.IndexOf(conditions, 3) is int unpriced and >= 0)
        {
            return SafetyVerdict.Refuse(SafetyCheck.PriceTooSmall, unpriced);
        }

        double Old(int i) => oldTotal > 0 ? old[i] / oldTotal : targets[i];
        double New(int i) => total > 0 ? next[i] / total : targets[i];
        double Width(int i) => targets[i] == 0 ? 0 : safety.Band == BandKind.Relative ? safety.LargestDeviation * targets[i] : safety.LargestDeviation;
        SafetyVerdict Refuse(SafetyCheck check, int i) => new(check, i, Old(i), New(i), targets[i], Width(i));
        bool IsOutside(int i)
        {
            double was = Math.Abs(Old(i) - targets[i]), distance = Math.Abs(New(i) - targets[i]);
            bool isOnItsWay = safety.Outside == OutsideRule.Closer ? distance < was : distance <= was + 1e-12;
            return (old[i] > 0 || next[i] > 0) && distance > Width(i) && !isOnItsWay;
        }

        int[] vaults = [0, 1, 2];
        int offPeg = isMint && conditions.Contains(2) ? Array.FindIndex(vaults, i => conditions[i] > 0 && !(New(i) < Old(i))) : -1;
        int outside = Array.FindIndex(vaults, IsOutside);
        return offPeg >= 0 ? Refuse(SafetyCheck.OffPeg, offPeg) : outside >= 0 ? Refuse(SafetyCheck.OutsideBand, outside) : SafetyVerdict.Safe;
    }

    /// <summary>N values before, N after, N targets, N conditions: orders in proportion, empty vaults and reserves, overdrawn ones, what is no number.</summary>
    private static IEnumerable<double[]> Orders(int count, int vaults, int seed, bool isMint)
    {
        Random random = new(seed);
        for (int round = 0; round < count; round++)
        {
            double Value() => random.Next(8) switch { 0 => 0, 1 => 50, _ => 100 * random.NextDouble() };
            double[] old = [.. Enumerable.Range(0, vaults).Select(_ => Value())];
            double factor = isMint ? 1.5 : 0.5;
            int form = random.Next(8);
            double[] next = [.. old.Select(value => form switch
            {
                0 => value * factor,
                1 => isMint ? value : 0,
                _ => Math.Max(value + ((isMint ? 20 : -20) * random.NextDouble()), random.Next(40) == 0 ? -1 : 0),
            })];
            if (random.Next(10) == 0)
            {
                next[random.Next(vaults)] = random.Next(2) == 0 ? double.NaN : double.PositiveInfinity;
            }

            double[] shares = [.. Enumerable.Range(0, vaults).Select(_ => random.Next(8) == 0 ? 0 : 1 + random.Next(4))];
            double sum = Math.Max(shares.Sum(), 1);
            int conditions = random.Next(3) == 0 ? 4 : random.Next(1, 4);
            yield return [.. old, .. next, .. shares.Select(share => share / sum), .. shares.Select(_ => (double)random.Next(conditions))];
        }
    }

    private readonly struct Checks(ReserveSafety safety, bool isMint, int vaults) : IRealFormula
    {
        public int Outputs => 2;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            outputs[0] = safety.Check(
                isMint, inputs[..vaults], inputs[vaults..(2 * vaults)], inputs[(2 * vaults)..(3 * vaults)], inputs[(3 * vaults)..], out TReal vault);
            outputs[1] = vault;
        }
    }

    private readonly struct Condition : IRealFormula
    {
        public int Outputs => 1;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal> => outputs[0] = ReserveSafety.ConditionOf(inputs[0], inputs[1], inputs[2], inputs[3]);
    }
}
