using Myco.Cli.Console;

namespace Myco.Cli.Reports;

/// <summary>Checks the number of <c>--max-errors</c>.</summary>
internal static class ErrorLimit
{
    /// <summary>How many errors to name; all of them where the option is left out.</summary>
    /// <exception cref="UsageException">The number is below 0.</exception>
    public static long Require(long? errors) => errors is < 0
        ? throw new UsageException($"myco: --max-errors is {errors}; it must be at least 0; leave it out to name them all")
        : errors ?? long.MaxValue;
}
