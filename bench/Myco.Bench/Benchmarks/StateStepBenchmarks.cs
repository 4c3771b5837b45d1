using BenchmarkDotNet.Attributes;
using Myco.Bench.Workloads;

namespace Myco.Bench.Benchmarks;

/// <summary>128 states stepped, per state and step.</summary>
public class StateStepBenchmarks
{
    private const int States = 128;
    private StateSteps steps = null!;

    [Params(4, 8)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Prepare() => steps = new(Dimension, States);

    [Benchmark(Baseline = true, OperationsPerInvoke = 2 * States)]
    public void Batch() => steps.Ours();

    [Benchmark(OperationsPerInvoke = 2 * States)]
    public void ScalarLoop() => steps.Scalar();
}
