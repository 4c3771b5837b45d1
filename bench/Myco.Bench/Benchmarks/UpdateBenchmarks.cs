using BenchmarkDotNet.Attributes;
using Myco.Bench.Workloads;

namespace Myco.Bench.Benchmarks;

/// <summary>A swap with its update of the state, per swap; and preparing a state anew, per state.</summary>
public class UpdateBenchmarks
{
    private const int Pairs = 1_024;
    private Updates updates = null!;

    [Params(8, 64)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Prepare() => updates = new(Dimension, Pairs);

    [Benchmark(Baseline = true, OperationsPerInvoke = 2 * Pairs)]
    public void SwapAndUpdate() => updates.SwapAndUpdate();

    [Benchmark(OperationsPerInvoke = 2 * Pairs)]
    public void PlainSwapAndUpdate() => updates.PlainSwapAndUpdate();

    [Benchmark(OperationsPerInvoke = 2 * Pairs)]
    public void QuoteOnly() => updates.QuoteOnly();

    [Benchmark]
    public void Rebuild() => updates.Rebuild();
}
