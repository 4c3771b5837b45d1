using Myco.Bench.Benchmarks;
using Myco.Bench.Ratios;

const string Usage = """
    usage: Myco.Bench ratios [--rounds N]             everything against its baseline, interleaved in one process
           Myco.Bench benchmarks [--filter PATTERN …]  BenchmarkDotNet; results under bench/results/<CPU>/
    """;

#if USE_MKL
MathNet.Numerics.Control.UseNativeMKL();
#endif

switch (args.FirstOrDefault())
{
    case "ratios":
        return RatiosCommand.Run(args[1..]);
    case "benchmarks":
        return BenchmarksCommand.Run(args[1..]);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
