using BenchmarkDotNet.Attributes;
using Myco.Bench.Workloads;

namespace Myco.Bench.Benchmarks;

/// <summary>Batched N×N · N×240, per product.</summary>
public class ProductBenchmarks
{
    private Products products = null!;

    [Params(8, 64)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Prepare() => products = new(Dimension, 240);

    [Benchmark(Baseline = true)]
    public void Batched() => products.Ours();

    [Benchmark]
    public void ScalarLoops() => products.Scalar();

    [Benchmark]
    public void MathNetManaged() => products.MathNet();
}
