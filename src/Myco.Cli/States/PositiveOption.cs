using System.Globalization;
using Myco.Cli.Console;

namespace Myco.Cli.States;

/// <summary>Checks numbers of options.</summary>
internal static class PositiveOption
{
    /// <summary>The number, if it is above 0 and finite.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public static double Require(double number, string option) => number > 0 && double.IsFinite(number)
        ? number
        : throw new UsageException($"myco: {option} is {number.ToString(CultureInfo.InvariantCulture)}; it must be above 0 and finite");
}
