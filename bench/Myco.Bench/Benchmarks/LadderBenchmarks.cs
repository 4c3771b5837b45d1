using BenchmarkDotNet.Attributes;
using Myco.Bench.Workloads;

namespace Myco.Bench.Benchmarks;

/// <summary>A ladder of 10⁴ sizes on one pair, per quote.</summary>
public class LadderBenchmarks
{
    private const int Sizes = 10_000;
    private Ladder ladder = null!;

    [GlobalSetup]
    public void Prepare() => ladder = new(Sizes);

    [Benchmark(Baseline = true, OperationsPerInvoke = Sizes)]
    public void Batch() => ladder.Ours();

    [Benchmark(OperationsPerInvoke = Sizes)]
    public void ScalarLoop() => ladder.Scalar();

    [Benchmark(OperationsPerInvoke = Sizes)]
    public void TensorPrimitives() => ladder.Tensors();
}
