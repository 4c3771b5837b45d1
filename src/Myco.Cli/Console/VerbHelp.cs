using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Myco.Cli.Console;

/// <summary>The usual help, followed by the verb's notes, an example and the exit codes.</summary>
internal sealed class VerbHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            Section(output, "Notes:", [.. verb.Notes]);
            Section(output, "Example:", [verb.Example]);
        }
        else
        {
            Section(output, "Example:", ["myco demo"]);
        }

        Section(output, "Exit codes:", ["0 done; 1 done, but some orders or cases failed; 2 wrong usage or unreadable input; 3 a defect"]);
        return code;
    }

    private static void Section(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine(title);
        foreach (string line in lines)
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine();
    }
}
