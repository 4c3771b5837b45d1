using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Myco.Cli.Console;
using Myco.Cli.Verbs;
using Myco.Kernels.Lanes;

namespace Myco.Cli;

/// <summary>From arguments to an exit code: every way out of the program is here.</summary>
internal static class CommandLine
{
    private const string Debug = "--debug";

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, Terminal terminal)
    {
        bool debug = arguments.Contains(Debug);
        try
        {
            int code = Invoke(arguments, terminal);
            terminal.Writer.Flush();
            return code;
        }
        catch (UsageException exception)
        {
            return Refuse(exception.Message, exception, terminal, debug);
        }
        catch (IOException exception)
        {
            // Files are guarded where they are opened and read: what is left is standard output, full or closed at its other end.
            return Refuse($"<stdout>: cannot be written: {exception.Message.TrimEnd('.')}; make room or name a file", exception, terminal, debug);
        }
        catch (Exception exception)
        {
            // The last resort: without it a defect would end in a stack trace and exit code 134.
            terminal.Complain($"myco: internal error, a defect of this program: {exception.GetType().Name}: {exception.Message}; run again with {Debug} and report what it prints");
            Explain(exception, terminal, debug);
            return ExitCode.Defect;
        }
    }

    private static int Invoke(string[] arguments, Terminal terminal)
    {
        // Response files are off: an argument that begins with '@' is a file name like any other.
        ParseResult result = Root(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction)
        {
            string verb = Path(result.CommandResult);
            string what = result.UnmatchedTokens.Count > 0
                ? $"'{result.UnmatchedTokens[0]}' is no verb or option that is known here"
                : result.Errors[0].Message.Split(" as expected type")[0].TrimEnd('.');
            throw new UsageException($"myco: {what}; see 'myco {verb}--help'");
        }

        if (LaneWidth.Problem is string problem)
        {
            throw new UsageException($"myco: {problem}");
        }

        return result.Invoke(new InvocationConfiguration
        {
            Output = terminal.Writer,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>The words from the program's name to a verb, each with a blank after it.</summary>
    private static string Path(CommandResult result) =>
        result.Command is RootCommand ? string.Empty : (result.Parent is CommandResult parent ? Path(parent) : string.Empty) + result.Command.Name + " ";

    private static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("Prices orders on N-asset ellipsoidal bonding surfaces, and plays the reserve system that is built on them.");
        root.Add(new Option<bool>(Debug) { Description = "Print the stack trace of an error.", Recursive = true });
        root.Add(DemoVerb.Create(terminal));
        root.Add(PriceVerb.Create(terminal));
        root.Add(InspectVerb.Create(terminal));
        root.Add(NewVerb.Create(terminal));
        root.Add(DepthVerb.Create(terminal));
        root.Add(VerifyVerb.Create(terminal));
        root.Add(ScenarioVerb.Create(terminal));
        root.Add(DepositVerb.Create(terminal));
        root.Add(RedeemVerb.Create(terminal));
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new VerbHelp((HelpAction)help.Action!);
        }

        return root;
    }

    private static int Refuse(string message, Exception exception, Terminal terminal, bool debug)
    {
        terminal.Complain(message);
        Explain(exception, terminal, debug);
        return ExitCode.Refused;
    }

    private static void Explain(Exception exception, Terminal terminal, bool debug)
    {
        if (debug)
        {
            terminal.Error.WriteLine(exception);
        }
    }
}
