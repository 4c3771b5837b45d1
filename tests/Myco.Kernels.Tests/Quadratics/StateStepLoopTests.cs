using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>StateStepLoop on groups of states (StateRows, StateColumns, StatePair, MovedStates): the bits of the formula, and refused steps without a trace.</summary>
public class StateStepLoopTests
{
    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_and_dimension_has_the_bits_of_the_formula(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        for (int n = 2; n <= 12; n++)
        {
            for (int groups = 0; groups <= 40; groups += 1 + (groups / 4))
            {
                Sample sample = new(n, groups, seed: n + groups);
                sample.Check(exactOut: false, apply: true);
                sample.Check(exactOut: false, apply: false);
                sample.Check(exactOut: true, apply: true);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_bad_amount_in_any_place_leaves_its_state_alone(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (double bad in Numbers.Edges.Append(1e4))
        {
            for (int place = 0; place < 16; place++)
            {
                Sample sample = new(3, groups: 2, seed: 4);
                sample.Amounts[place] = bad;
                sample.Check(exactOut: false, apply: true);
                sample.Check(exactOut: true, apply: true);
            }
        }
    }

    [Fact]
    public void Both_verdicts_occur_and_a_third_asset_can_refuse()
    {
        Sample sample = new(6, groups: 40, seed: 9);
        Assert.InRange(Enumerable.Range(0, 320).Count(s => sample.Expected(s, exactOut: false).Feasible), 40, 280);
        Assert.Contains(Enumerable.Range(0, 320), sample.RefusedByThird);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        double[] column = new double[3], numbers = new double[48], eight = new double[8];
        byte[] statuses = new byte[8];
        Assert.Throws<ArgumentException>(() => StateStepLoop.Run(column, column, 1, 0, 3, false, true, numbers, eight, eight, statuses));
        Assert.Throws<ArgumentException>(() => StateStepLoop.Run(column, column, 1, 0, 1, false, true, numbers, eight, eight, new byte[7]));
        Assert.Throws<ArgumentException>(() => StateStepLoop.Run(column, new double[2], 1, 0, 1, false, true, numbers, eight, eight, statuses));
        Assert.Throws<ArgumentException>(() => StateStepLoop.Run(column, column, 1, 0, 1, false, true, numbers.AsSpan(0, 6), eight.AsSpan(0, 1), eight.AsSpan(0, 1), new byte[1]));
    }

    private sealed class Sample
    {
        private readonly int _n;
        private readonly RowTable _table;
        private readonly double[] _states;

        public Sample(int n, int groups, int seed)
        {
            Random random = new(seed);
            (_n, _table) = (n, new(n, seed));
            Amounts = [.. Enumerable.Range(0, 8 * groups).Select(_ => 120 * random.NextDouble() * random.NextDouble())];
            double[] gradients = [.. Enumerable.Range(0, 8 * n * groups).Select(i => i / 8 % n < 2 ? -20 - (100 * random.NextDouble()) : -0.1 - (60 * random.NextDouble()))];
            _states = new double[16 * n * groups];
            for (int i = 0; i < gradients.Length; i++)
            {
                int start = (2 * (i / (8 * n)) * 8 * n) + (i % (8 * n));
                (_states[start], _states[start + (8 * n)]) = (gradients[i], 60 * random.NextDouble());
            }
        }

        public double[] Amounts { get; }

        private double Minor => (G(0, 0) * G(1, 1)) - (G(0, 1) * G(0, 1));

        public void Check(bool exactOut, bool apply)
        {
            double[] states = [.. _states], results = [.. Amounts];
            double[] expectedStates = [.. _states], expectedResults = [.. Amounts];
            byte[] statuses = new byte[Amounts.Length], expectedStatuses = new byte[Amounts.Length];
            for (int s = 0; s < Amounts.Length; s++)
            {
                (bool feasible, double asked, double paid, double received, double[] moved) = Expected(s, exactOut);
                expectedStatuses[s] = feasible ? (byte)0 : SwapPack.Unpriced;
                expectedResults[s] = feasible ? asked : Amounts[s];
                for (int i = 0; feasible && apply && i < _n; i++)
                {
                    expectedStates[Place(s, i)] = moved[i];
                    expectedStates[Place(s, _n + i)] += i == 0 ? paid : i == 1 ? -received : 0;
                }
            }

            bool all = StateStepLoop.Run(
                Column(0), Column(1), Minor, 0, 1, exactOut, apply, states, results, results, statuses);
            Assert.Equal(expectedStatuses.All(status => status == 0), all);
            Assert.Equal(expectedStatuses, statuses);
            Bits.AssertSame(expectedResults, results);
            Bits.AssertSame(expectedStates, states);
        }

        public (bool Feasible, double Asked, double Paid, double Received, double[] Moved) Expected(int s, bool exactOut)
        {
            double own = _states[Place(s, exactOut ? 0 : 1)], other = _states[Place(s, exactOut ? 1 : 0)];
            double sign = exactOut ? -1 : 1, cross = sign * G(0, 1), leading = exactOut ? G(0, 0) : G(1, 1);
            double mixed = Math.FusedMultiplyAdd(own, cross, -(sign * other * leading));
            SwapRow row = new()
            {
                Own = own,
                Cross = cross,
                Linear = -(other + other),
                Square = exactOut ? G(1, 1) : -G(0, 0),
                Mixed = mixed + mixed,
                Minor = -Minor,
                Leading = leading,
            };
            double given = Amounts[s], asked = SwapQuadratic.Solve(in row, given);
            (double paid, double received) = exactOut ? (asked, given) : (given, asked);
            double[] moved = [.. Enumerable.Range(0, _n).Select(i => Math.FusedMultiplyAdd(
                -received, G(1, i), Math.FusedMultiplyAdd(paid, G(0, i), _states[Place(s, i)])))];
            bool feasible = paid > 0 && received > 0 && received <= _states[Place(s, _n + 1)] && moved.All(g => g < 0);
            return (feasible, asked, paid, received, moved);
        }

        public bool RefusedByThird(int s)
        {
            (_, _, double paid, double received, double[] moved) = Expected(s, exactOut: false);
            return paid > 0 && received > 0 && received <= _states[Place(s, _n + 1)] && moved[0] < 0 && moved[1] < 0 && moved.Any(g => g >= 0);
        }

        private double G(int i, int j) => _table.Metric[(i * _n) + j];

        private double[] Column(int i) => _table.Metric[(i * _n)..((i + 1) * _n)];

        private int Place(int s, int i) => (((s / 8 * 2 * _n) + i) * 8) + (s % 8);
    }
}
