using Myco.Engine.Reserve.Fees;
using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Fees;

/// <summary>Imbalance, SurgeFee and QuadraticFee over packs and in double-double; the sorting network.</summary>
public sealed class FeeFormulaTests
{
    private static readonly ImbalanceFeeParameters Surge = new();
    private static readonly ImbalanceFeeParameters Quadratic = new() { Policy = ImbalanceFeePolicy.Quadratic, Surge = 0.9 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void Eight_reserves_have_the_imbalances_of_each_alone(int vaults) => FormulaCheck.Packs(
        new ReserveImbalance(vaults), path => [Imbalance.OfReserve(path.AsSpan(0, vaults), path.AsSpan(vaults)), Imbalance.Of(path.AsSpan(0, vaults))],
        Reserves(1000, vaults, 201, withNothing: true));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Imbalances_are_within_their_bound(int vaults) =>
        FormulaCheck.Precision(new ReserveImbalance(vaults), Reserves(300, vaults, 202, withNothing: false), 4 * vaults, _ => 1);

    [Fact]
    public void A_vault_with_a_target_of_zero_is_as_if_it_were_not_there()
    {
        foreach (double[] path in Reserves(2000, 6, 206, withNothing: true).Where(path => path.All(double.IsFinite)))
        {
            double[] counted = [.. path[..6].Zip(path[6..]).Where(pair => pair.Second > 0).Select(pair => pair.First / pair.Second)];
            Bits.AssertSame(Imbalance.Of(counted), Imbalance.OfReserve(path.AsSpan(0, 6), path.AsSpan(6)), string.Join(' ', path));
        }
    }

    [Fact]
    public void Zeros_and_ones_are_sorted_and_so_everything_is()
    {
        for (int length = 1; length <= 12; length++)
        {
            for (int bits = 0; bits < 1 << length; bits++)
            {
                Lane1[] values = [.. Enumerable.Range(0, length).Select(i => (Lane1)(double)((bits >> i) & 1))];
                SortingNetwork.Sort<Lane1>(values);
                int zeros = length - int.PopCount(bits);
                Assert.True(values.Select(value => value.Value).SequenceEqual(Enumerable.Range(0, length).Select(i => i < zeros ? 0.0 : 1)), $"{bits:B} of {length}");
            }
        }
    }

    [Fact]
    public void The_median_is_that_of_the_library_sort()
    {
        Random random = new(203);
        for (int round = 0; round < 5000; round++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(1, 33)).Select(_ => (double)random.Next(20) / random.Next(1, 5))];
            double median = Imbalance.Median(values);
            Array.Sort(values);
            int middle = values.Length / 2;
            double expected = values.Length % 2 != 0 ? values[middle] : values[middle - 1] + ((values[middle] - values[middle - 1]) / 2);
            Bits.AssertSame(expected, median, string.Join(' ', values));
        }
    }

    [Fact]
    public void Eight_orders_pay_the_fees_of_each_alone()
    {
        double[][] orders = [.. Orders(2000, 204)];
        FormulaCheck.Packs(new Fee(Surge), order => [Surge.Rate(order[0], order[1])], orders);
        FormulaCheck.Packs(new Fee(Quadratic), order => [Quadratic.Rate(order[0], order[1])], orders);
    }

    [Fact]
    public void Fees_are_within_their_bound()
    {
        double[][] orders = [.. Orders(2000, 205).Where(order => order.All(double.IsFinite))];
        FormulaCheck.Precision(new Fee(Surge), orders, 4, _ => 1);
        FormulaCheck.Precision(new Fee(Quadratic), orders, 4, _ => 1);
    }

    [Fact]
    public void No_fee_allocates_in_any_precision()
    {
        FormulaCheck.Allocation(new ReserveImbalance(3), [1, 2, 3, 0.5, 0.5, 0]);
        FormulaCheck.Allocation(new Fee(Surge), [0.1, 0.3]);
        FormulaCheck.Allocation(new Fee(Quadratic), [0.1, 0.3]);
    }

    [Fact]
    public void An_imbalance_of_what_is_no_number_is_none()
    {
        Assert.Equal(double.NaN, Imbalance.Of([1, double.NaN, 2]));
        Assert.Equal(double.NaN, Imbalance.OfReserve([1, double.PositiveInfinity], [0.5, 0.5]));
    }

    /// <summary>Values with equal ones and zeros among them; targets of 0, and what is no number, now and then.</summary>
    private static double[][] Reserves(int count, int vaults, int seed, bool withNothing)
    {
        Random random = new(seed);
        double Value() => random.Next(12) switch
        {
            0 => 0,
            1 or 2 => 100,
            3 when withNothing => random.Next(3) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => 0 },
            _ => 200 * random.NextDouble(),
        };
        double Target() => withNothing && random.Next(6) == 0 ? 0 : (1 + random.Next(4)) / 16.0;
        return [.. Enumerable.Range(0, count).Select(_ => (double[])[.. Enumerable.Range(0, 2 * vaults).Select(i => i < vaults ? Value() : Target())])];
    }

    private static IEnumerable<double[]> Orders(int count, int seed)
    {
        Random random = new(seed);
        double[] edges = [0, 0.2, 1, Math.BitIncrement(0.2), Math.BitDecrement(0.2), double.NaN, 5];
        double Draw() => random.Next(2) == 0 ? edges[random.Next(edges.Length)] : 1.5 * random.NextDouble();
        return Enumerable.Range(0, count).Select(_ => (double[])[Draw(), Draw()]);
    }

    private readonly struct ReserveImbalance(int vaults) : IRealFormula
    {
        public int Outputs => 2;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            outputs[0] = Imbalance.OfReserve(inputs[..vaults], inputs[vaults..]);
            outputs[1] = Imbalance.Of(inputs[..vaults]);
        }
    }

    private readonly struct Fee(ImbalanceFeeParameters parameters) : IRealFormula
    {
        public int Outputs => 1;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal> => outputs[0] = parameters.Rate(inputs[0], inputs[1]);
    }
}
