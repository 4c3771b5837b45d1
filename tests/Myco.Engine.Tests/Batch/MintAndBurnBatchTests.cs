using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

/// <summary>MintBatch and BurnBatch: the bits and the status of the single call, on any number of threads.</summary>
public class MintAndBurnBatchTests
{
    [Fact]
    public void Every_mint_has_the_bits_and_status_of_the_single_one_on_any_number_of_threads()
    {
        Sample sample = new(4, seed: 1);
        double[] deposits = new Orders(4, 4 * 5000, seed: 2).Amounts;
        foreach (int threads in new[] { 1, 2 })
        {
            double[] results = new double[5000];
            QuoteStatus[] statuses = new QuoteStatus[5000];
            MintBatch.Quote(sample.State, deposits, results, statuses, threads);
            for (int i = 0; i < results.Length; i++)
            {
                Quote single = sample.State.Mint(deposits.AsSpan(4 * i, 4));
                Assert.Equal(single.Status, statuses[i]);
                Bits.AssertSame(single.Amount, results[i], $"mint {i}");
            }
        }
    }

    [Fact]
    public void Every_burn_has_the_bits_and_status_of_the_single_one_on_any_number_of_threads()
    {
        Sample sample = new(4, seed: 3);
        Orders orders = new(4, 5000, seed: 4);
        double[] fractions = [.. orders.Amounts.Select(amount => amount / 50)];
        foreach (int threads in new[] { 1, 2 })
        {
            double[] results = [.. fractions];
            QuoteStatus[] statuses = new QuoteStatus[5000];
            BurnBatch.Quote(sample.State, orders.AssetsOut, results, results, statuses, threads);
            for (int i = 0; i < results.Length; i++)
            {
                Quote single = sample.State.Burn(orders.AssetsOut[i], fractions[i]);
                Assert.Equal(single.Status, statuses[i]);
                Bits.AssertSame(single.Amount, results[i], $"burn {i}");
            }
        }
    }

    [Fact]
    public void On_one_thread_nothing_is_allocated()
    {
        EllipsoidState state = new Sample(3, seed: 5).State;
        double[] deposits = new Orders(3, 300, seed: 6).Amounts, results = new double[100];
        int[] assets = new int[100];
        QuoteStatus[] statuses = new QuoteStatus[100];
        AllocationAssert.None(() => MintBatch.Quote(state, deposits, results, statuses));
        AllocationAssert.None(() => BurnBatch.Quote(state, assets, results, results, statuses));
    }

    [Fact]
    public void Deposits_of_another_length_and_results_over_them_are_refused()
    {
        EllipsoidState state = new Sample(3, seed: 7).State;
        double[] deposits = new double[6];
        Assert.Throws<ArgumentException>(() => MintBatch.Quote(state, deposits, new double[3], new QuoteStatus[3]));
        Assert.Throws<ArgumentException>(() => MintBatch.Quote(state, deposits, deposits.AsSpan(0, 2), new QuoteStatus[2]));
        Assert.Throws<ArgumentException>(() => BurnBatch.Quote(state, new int[2], new double[3], new double[3], new QuoteStatus[3]));
    }
}
