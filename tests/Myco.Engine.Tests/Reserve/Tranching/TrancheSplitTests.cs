using Myco.Engine.Reserve.Safety;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Tranching;

public class TrancheSplitTests
{
    [Fact]
    public void A_withdrawal_is_of_that_value_takes_no_more_than_there_is_and_moves_no_vault_away_from_its_target_or_past_it()
    {
        foreach ((double[] values, double[] targets, double amount) in Drawn(20_000, 21))
        {
            double total = values.Sum(), taken = Math.Min(amount, total);
            double[] parts = new double[values.Length];
            TrancheSplit.Withdraw(values, targets, taken, parts);
            Assert.Equal(taken, parts.Sum(), 1e-14 * total);
            Assert.True(parts.Select((part, i) => part >= 0 && part <= values[i]).All(good => good));
            Closer(values, [.. values.Select((value, i) => value - parts[i])], targets);
        }
    }

    [Fact]
    public void A_deposit_is_of_that_value_and_moves_no_vault_away_from_its_target_or_past_it()
    {
        foreach ((double[] values, double[] targets, double amount) in Drawn(20_000, 22))
        {
            double[] parts = new double[values.Length];
            TrancheSplit.Deposit(values, targets, amount, parts);
            Assert.Equal(amount, parts.Sum(), 1e-14 * (values.Sum() + amount));
            Assert.True(parts.All(part => part >= 0));
            Closer(values, [.. values.Select((value, i) => value + parts[i])], targets);
        }
    }

    [Fact]
    public void Everything_withdrawn_leaves_exactly_nothing()
    {
        foreach ((double[] values, double[] targets, _) in Drawn(1_000, 23))
        {
            double[] parts = new double[values.Length];
            TrancheSplit.Withdraw(values, targets, values.Sum(), parts);
            Assert.Equal(values, parts);
        }
    }

    [Fact]
    public void An_amount_below_the_last_place_of_the_vaults_is_split_all_the_same()
    {
        double[] values = [0.1 * 3, 0.3, 0.4], targets = [0.3, 0.3, 0.4], parts = new double[3];
        foreach (double amount in (double[])[1e-17, 1e-30, 1e-300])
        {
            TrancheSplit.Withdraw(values, targets, amount, parts);
            Assert.Equal(amount, parts.Sum(), amount * 1e-12);
            TrancheSplit.Deposit(values, targets, amount, parts);
            Assert.Equal(amount, parts.Sum(), amount * 1e-12);
        }
    }

    [Fact]
    public void The_band_never_refuses_a_split_withdrawal()
    {
        ReserveSafety safety = new(0.2);
        foreach ((double[] values, double[] targets, double amount) in Drawn(20_000, 24))
        {
            double[] parts = new double[values.Length];
            TrancheSplit.Withdraw(values, targets, Math.Min(amount, 0.9 * values.Sum()), parts);
            Assert.True(safety.Check(false, values, [.. values.Select((value, i) => value - parts[i])], targets, new TrancheCondition[values.Length]).IsSafe);
        }
    }

    [Fact]
    public void A_large_deposit_brings_every_vault_to_its_target()
    {
        double[] parts = new double[3];
        TrancheSplit.Deposit([10, 20, 0], [0.25, 0.25, 0.5], 70, parts);
        Assert.All(parts.Zip([15.0, 5, 50]), pair => Assert.Equal(pair.Second, pair.First, 1e-13));
        TrancheSplit.Withdraw([40, 35, 25], [0.25, 0.25, 0.5], 50, parts);
        Assert.All(parts.Zip([27.5, 22.5, 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-13));
    }

    private static void Closer(double[] before, double[] after, double[] targets)
    {
        double was = before.Sum(), total = after.Sum(), rounding = 2e-15 * Math.Max(1, was / total);
        for (int i = 0; i < targets.Length && total > 1e-6 * was; i++)
        {
            double deviation = (after[i] / total) - targets[i], deviationBefore = (before[i] / was) - targets[i];
            Assert.True(Math.Abs(deviation) <= Math.Abs(deviationBefore) + rounding, $"vault {i} went from {deviationBefore:R} to {deviation:R}");
            Assert.True(Math.Abs(deviation) <= rounding || Math.Sign(deviation) == Math.Sign(deviationBefore), $"vault {i} went past its target, from {deviationBefore:R} to {deviation:R}");
        }
    }

    private static IEnumerable<(double[] Values, double[] Targets, double Amount)> Drawn(int count, int seed)
    {
        Random random = new(seed);
        for (int k = 0; k < count; k++)
        {
            int n = random.Next(2, 9);
            double[] shares = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() + 0.01)];
            double[] targets = [.. shares.Select(share => share / shares.Sum())];
            double size = Math.Pow(10, (12 * random.NextDouble()) - 3), wander = random.NextDouble();
            double[] values = [.. targets.Select(target => random.Next(20) == 0 ? 0 : size * target * (1 - wander + (2 * wander * random.NextDouble())))];
            if (values.Sum() > 0)
            {
                yield return (values, targets, values.Sum() * Math.Pow(10, 1 - (6 * random.NextDouble())));
            }
        }
    }
}
