using System.CommandLine;

namespace Myco.Cli.Reports;

/// <summary>The option <c>--format</c>.</summary>
internal static class FormatOption
{
    /// <summary>The option with the words it accepts; the first is the default.</summary>
    public static Option<string> Create(params string[] words)
    {
        Option<string> option = new("--format")
        {
            Description = $"How to print: {string.Join(", ", words)}.",
            DefaultValueFactory = _ => words[0],
            HelpName = string.Join('|', words),
        };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
