using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Myco.Cli.Console;

/// <summary>Options that take a binary64 number, written as in files: invariant culture, no grouping, so that 1,5 is an error and not 15.</summary>
internal static class NumberOption
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>An option that may be left out.</summary>
    public static Option<double?> Create(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, CustomParser = argument => Read(argument) };

    /// <summary>An option that must be given.</summary>
    public static Option<double> CreateRequired(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Required = true, CustomParser = Read };

    /// <summary>An option with a default.</summary>
    public static Option<double> Create(string name, string description, string helpName, double otherwise) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => otherwise, CustomParser = Read };

    private static double Read(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out double number))
        {
            string option = argument.Parent is OptionResult parent ? parent.Option.Name : string.Empty;
            argument.AddError($"{option} is '{text}'; it must be a number such as 1000.5, without grouping");
        }

        return number;
    }
}
