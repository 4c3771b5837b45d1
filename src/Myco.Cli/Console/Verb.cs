using System.CommandLine;

namespace Myco.Cli.Console;

/// <summary>A verb of the program: a command that also has an example and notes for its help.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="example">A command line that works.</param>
/// <param name="notes">What the options alone do not say, line by line; read when help is asked for.</param>
internal sealed class Verb(string name, string description, string example, params IEnumerable<string> notes) : Command(name, description)
{
    /// <summary>A command line that works.</summary>
    public string Example { get; } = example;

    /// <summary>What the options alone do not say, line by line.</summary>
    public IEnumerable<string> Notes { get; } = notes;
}
