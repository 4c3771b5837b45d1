using Spectre.Console;

namespace Myco.Cli.Reports;

/// <summary>Makes Spectre consoles that colour and measure only where a person looks.</summary>
internal static class Consoles
{
    /// <summary>A console over a writer.</summary>
    /// <param name="writer">Where it draws.</param>
    /// <param name="terminal">Whether a person looks there.</param>
    /// <param name="width">The columns when nobody does.</param>
    public static IAnsiConsole Create(TextWriter writer, bool terminal, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = width;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
