using System.Text;

namespace Myco.Cli.Console;

/// <summary>Where the program reads and writes: the process's own streams, or buffers in a test.</summary>
internal sealed class Terminal
{
    private const int ErrorCharacters = 600;

    /// <summary>A terminal over the streams given.</summary>
    public Terminal(Stream input, Stream output, TextWriter error)
    {
        (Input, Output, Error) = (input, output, error);
        Writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes; flush <see cref="Writer"/> before writing here.</summary>
    public Stream Output { get; }

    /// <summary>Standard output as text.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person reads standard output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess() => new(System.Console.OpenStandardInput(), System.Console.OpenStandardOutput(), System.Console.Error)
    {
        OutputIsTerminal = !System.Console.IsOutputRedirected,
        ErrorIsTerminal = !System.Console.IsErrorRedirected,
    };

    /// <summary>Writes one line on standard error, whatever the message holds: no line breaks, no control characters, no endless text.</summary>
    public void Complain(string message)
    {
        string bounded = message.Length <= ErrorCharacters ? message : string.Concat(message.AsSpan(0, ErrorCharacters), "…");
        Error.WriteLine(string.Concat(bounded.Select(letter => char.IsControl(letter) ? ' ' : letter)));
    }
}
