using System.Text;
using Myco.Cli.Console;

namespace Myco.Cli.Tests;

/// <summary>One run of the program in this process: exit code and what it wrote.</summary>
internal sealed record CliRun(int Code, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static CliRun Of(params string[] arguments) => WithInput([], arguments);

    public static CliRun WithInput(byte[] input, params string[] arguments)
    {
        using MemoryStream stdin = new(input);
        using MemoryStream stdout = new();
        using StringWriter stderr = new() { NewLine = "\n" };
        int code = CommandLine.Run(arguments, new Terminal(stdin, stdout, stderr));
        return new(code, stdout.ToArray(), stderr.ToString());
    }

    /// <summary>Fails unless the run was refused with one line that holds what is given, and wrote nothing else.</summary>
    public CliRun IsRefused(string what)
    {
        Assert.True(Code == ExitCode.Refused, $"exit {Code}: {Error}");
        Assert.Contains(what, Assert.Single(ErrorLines), StringComparison.Ordinal);
        Assert.Empty(OutputBytes);
        return this;
    }
}
