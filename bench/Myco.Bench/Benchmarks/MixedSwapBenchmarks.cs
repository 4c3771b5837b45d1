using BenchmarkDotNet.Attributes;
using Myco.Bench.Workloads;

namespace Myco.Bench.Benchmarks;

/// <summary>A mixed batch on one state, per quote.</summary>
public class MixedSwapBenchmarks
{
    private const int Quotes = 10_000;
    private MixedSwaps swaps = null!;

    [Params(8, 64)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Prepare() => swaps = new(Dimension, Quotes);

    [Benchmark(Baseline = true, OperationsPerInvoke = Quotes)]
    public void Batch() => swaps.Ours();

    [Benchmark(OperationsPerInvoke = Quotes)]
    public void OneAtATime() => swaps.OneAtATime();

    [Benchmark(OperationsPerInvoke = Quotes)]
    public void OneAfterTheOther() => swaps.OneAfterTheOther();

    [Benchmark(OperationsPerInvoke = Quotes)]
    public void ScalarLoop() => swaps.Scalar();

    [Benchmark(OperationsPerInvoke = Quotes)]
    public void TextbookOnMathNet() => swaps.Textbook();
}
