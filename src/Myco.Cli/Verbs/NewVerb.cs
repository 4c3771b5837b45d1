using System.CommandLine;
using System.Text;
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
        verb.SetAction(parsed => Run(terminal, parsed.GetValue(file), parsed.GetValue(force)));
        return verb;
    }

    private static int Run(Terminal terminal, string? path, bool force)
    {
        byte[] text = Text();
        if (path is null)
        {
            terminal.Output.Write(text);
            return ExitCode.Done;
        }

        if (!force && File.Exists(path))
        {
            throw new UsageException($"{path}: is there already and is not overwritten; name another file or add --force");
        }

        using OutputFile file = new(path);
        new NamedOutput(file.Stream, path).Write(text);
        file.Keep();
        return ExitCode.Done;
    }

    private static byte[] Text()
    {
        using StreamReader reader = new(typeof(NewVerb).Assembly.GetManifestResourceStream(Resource)!);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
