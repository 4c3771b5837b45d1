using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Myco.Bench.Ratios;

namespace Myco.Bench.Benchmarks;

/// <summary>The verb <c>benchmarks</c>: the same scenarios under BenchmarkDotNet, with their memory.</summary>
internal static class BenchmarksCommand
{
    public static int Run(string[] arguments)
    {
        // In process: a child project would have to find this repository's central package versions again.
        ManualConfig configuration = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine("bench", "results", ResultFolder()));
        string[] chosen = arguments.Length == 0 ? ["--filter", "*"] : arguments;
        return BenchmarkSwitcher.FromAssembly(typeof(BenchmarksCommand).Assembly).Run(chosen, configuration).Any() ? 0 : 1;
    }

    /// <summary>The processor's name as a folder's.</summary>
    private static string ResultFolder()
    {
        char[] letters = [.. ProcessorName.Find().Replace("(R)", "", StringComparison.Ordinal).Replace("(TM)", "", StringComparison.Ordinal).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or '-')];
        return string.Join('-', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
