using System.Diagnostics;
using Myco.Cli.Console;

namespace Myco.Cli.Tests;

public sealed class CommandLineTests
{
    private static readonly string[] Words = ["demo", "price", "inspect", "new", "depth", "verify", "scenario", "deposit", "redeem"];

    public static TheoryData<string> Verbs => new(Words);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_help_with_an_example(string verb)
    {
        CliRun run = CliRun.Of(verb, "--help");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(run.Error);
        int example = run.Output.IndexOf("Example:", StringComparison.Ordinal);
        Assert.Contains($"myco {verb}", run.Output[example..], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_itself_has_help_and_a_version()
    {
        Assert.All(Words, word => Assert.Contains($"  {word} ", CliRun.Of("--help").Output, StringComparison.Ordinal));
        CliRun version = CliRun.Of("--version");
        Assert.Equal(ExitCode.Done, version.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    /// <summary>Without the library of the vectors beside it the program still does everything but verify and demo: nothing of it is touched before.</summary>
    [Fact]
    public void Only_what_replays_vectors_loads_their_library()
    {
        using Folder folder = new();
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
        {
            if (Path.GetFileName(file) is string name && !name.StartsWith("Myco.Verification.", StringComparison.Ordinal))
            {
                File.Copy(file, folder[name]);
            }
        }

        Assert.Equal(ExitCode.Done, Run("scenario", "list"));
        Assert.Equal(ExitCode.Done, Run("price", "--help"));
        Assert.NotEqual(ExitCode.Done, Run("verify", "--help"));

        int Run(params string[] arguments)
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [folder["myco.dll"], .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    [Theory]
    [InlineData("Required command")]
    [InlineData("'fly'", "fly")]
    [InlineData("--pool", "price", "--orders", "x.csv")]
    [InlineData("'--wings'", "inspect", "pool.json", "--wings")]
    [InlineData("--threads", "price", "--pool", "p", "--orders", "o", "--threads", "many")]
    [InlineData("--threads is 0", "price", "--pool", "p", "--orders", "o", "--threads", "0")]
    [InlineData("--points is 1;", "depth", "p", "--in", "0", "--out", "1", "--points", "1")]
    [InlineData("--max-ulp is -1;", "verify", "f", "--max-ulp", "-1")]
    [InlineData("'xml'", "inspect", "p", "--format", "xml")]
    [InlineData("no such file", "inspect", "/no/such/pool.json")]
    [InlineData("is a folder", "inspect", "/")]
    [InlineData("@response: no such file", "inspect", "@response")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string what, params string[] arguments) => CliRun.Of(arguments).IsRefused(what);

    [Fact]
    public void A_stack_trace_comes_only_with_debug()
    {
        Assert.DoesNotContain("   at ", CliRun.Of("inspect", "/no/such/pool.json").Error, StringComparison.Ordinal);
        Assert.Contains("   at ", CliRun.Of("inspect", "/no/such/pool.json", "--debug").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defect_is_called_one_and_has_exit_code_3()
    {
        using MemoryStream closed = new();
        closed.Close();
        using StringWriter error = new() { NewLine = "\n" };
        using Folder folder = new();
        using MemoryStream output = new();
        int code = CommandLine.Run(["price", "--pool", folder.PoolPath, "--orders", "-"], new Terminal(closed, output, error));
        Assert.Equal(ExitCode.Defect, code);
        Assert.Contains("a defect of this program", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("new")]
    [InlineData("inspect", "POOL")]
    [InlineData("inspect", "POOL", "--format", "json")]
    [InlineData("depth", "POOL", "--in", "0", "--out", "1", "--format", "csv")]
    public void Standard_output_that_is_full_is_no_defect(params string[] arguments)
    {
        using Folder folder = new();
        using StringWriter error = new() { NewLine = "\n" };
        string pool = folder.PoolPath;
        int code = CommandLine.Run([.. arguments.Select(argument => argument == "POOL" ? pool : argument)], new Terminal(Stream.Null, new FullStream(), error));
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("<stdout>: cannot be written", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_wrote_cannot_break_the_line_or_colour_the_terminal()
    {
        CliRun run = CliRun.Of("inspect", "no\nsuch\u001b[31mfile").IsRefused("no such");
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData("1024", "known are scalar, 128, 256 and 512")]
    [InlineData("scalar", null)]
    public void A_width_that_is_none_is_one_line_and_exit_code_2(string width, string? what)
    {
        // Read once when the process starts, so this takes a process of its own.
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "myco.dll"), "new"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["MYCO_LANES"] = width;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(what is null ? ExitCode.Done : ExitCode.Refused, process.ExitCode);
        Assert.Equal(what is null, output.Length > 0);
        Assert.Contains(what ?? string.Empty, error, StringComparison.Ordinal);
    }
}
