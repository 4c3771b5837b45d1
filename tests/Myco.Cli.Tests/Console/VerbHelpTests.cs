using Myco.Cli.Console;

namespace Myco.Cli.Tests.Console;

/// <summary>VerbHelp of each Verb: its notes, an example that runs or asks for a file, the exit codes; NumberOption reads numbers as files have them.</summary>
public sealed class VerbHelpTests
{
    [Theory]
    [InlineData("price")]
    [InlineData("redeem")]
    [InlineData("scenario run")]
    public void The_help_closes_with_notes_an_example_and_the_exit_codes(string verb)
    {
        CliRun run = CliRun.Of([.. verb.Split(' '), "--help"]);
        Assert.Equal(ExitCode.Done, run.Code);
        int notes = run.Output.IndexOf("Notes:\n", StringComparison.Ordinal), example = run.Output.IndexOf($"Example:\n  myco {verb} ", StringComparison.Ordinal);
        int codes = run.Output.IndexOf("Exit codes:\n  0 done;", StringComparison.Ordinal);
        Assert.True(notes > 0 && example > notes && codes > example, run.Output);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("0x10")]
    [InlineData("many")]
    [InlineData("")]
    public void A_number_that_files_would_not_take_is_none_on_the_command_line(string number) =>
        CliRun.Of("redeem", "state.json", "--tokens", number).IsRefused($"--tokens is '{number}'; it must be a number such as 1000.5, without grouping");

    [Theory]
    [InlineData("1.5e3")]
    [InlineData("+12")]
    [InlineData(".5")]
    public void A_number_as_files_have_it_is_read_and_the_file_is_looked_for_next(string number) =>
        CliRun.Of("redeem", "/no/such/state.json", "--tokens", number).IsRefused("no such file");
}
