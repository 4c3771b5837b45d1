using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;

namespace Myco.Cli.Verbs;

/// <summary><c>myco new</c>: writes a commented pool file to start from.</summary>
internal static class NewVerb
{
    private const string Resource = "new-pool.json";

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> file = new("FILE") { Description = "Where to write; else standard output.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> force = new("--force") { Description = "Overwrite FILE if it is there." };
        Verb verb = new("new", "Writes a commented pool file to start from.", "myco new pool.json") { file, force };
        verb.SetAction(parsed =>
        {
            using Stream text = typeof(NewVerb).Assembly.GetManifestResourceStream(Resource)!;
            return TemplateFile.Write(terminal, text, parsed.GetValue(file), parsed.GetValue(force));
        });
        return verb;
    }
}
