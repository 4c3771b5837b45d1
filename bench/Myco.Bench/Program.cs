using Myco.Bench.Benchmarks;
using Myco.Bench.Ratios;

string usage = $"""
    usage: Myco.Bench ratios [--rounds N] [--only FAMILY]…  everything against its baseline, interleaved in one process
           Myco.Bench benchmarks [--filter PATTERN …]       BenchmarkDotNet; results under bench/results/<CPU>/
           Myco.Bench --help
    families of ratios: {RatioFamily.Names}
    """;

#if USE_MKL
MathNet.Numerics.Control.UseNativeMKL();
#endif

switch (args)
{
    case ["--help"] or ["ratios", "--help"]:
        Console.WriteLine(usage);
        return 0;
    case ["ratios", ..]:
        return RatiosCommand.Run(args[1..]);
    case ["benchmarks", ..]:
        return BenchmarksCommand.Run(args[1..]);
    default:
        Console.Error.WriteLine(usage);
        return 2;
}
