using Myco.Cli.Console;
using Myco.Cli.States;
using Myco.Engine.Reserve.Scenarios;
using Myco.Engine.Reserve.System;

namespace Myco.Cli.Tests.States;

/// <summary>TrancheAmounts as VAULT=AMOUNT,… and the numbers of a PositiveOption; StateFile there and back, one writer at a time.</summary>
public sealed class TrancheAmountsTests
{
    private static readonly SystemState State = ScenarioRun.Begin(Engine.Formats.ScenarioFile.Read(BuiltInScenarios.Open("bank-run"))).State;

    private static string[] Names => [.. State.Parameters.Vaults.Select(vault => vault.Name)];

    [Fact]
    public void Each_vault_has_what_is_named_and_the_others_nothing()
    {
        double[] amounts = TrancheAmounts.Parse($" {Names[1]} =2.5e3,{Names[0]}= 7", State.Parameters);
        Assert.Equal([7, 2_500], amounts[..2]);
        Assert.All(amounts[2..], amount => Assert.Equal(0, amount));
    }

    [Theory]
    [InlineData("NONE=1", "'NONE' names no vault")]
    [InlineData("{0}", "'{0}' is ''")]
    [InlineData("{0}=1,{0}=2", "names {0} twice")]
    [InlineData("{0}=0", "is '0'; it must be a number above 0")]
    [InlineData("{0}=-1", "is '-1'")]
    [InlineData("{0}=NaN", "is 'NaN'")]
    [InlineData("{0}=Infinity", "is 'Infinity'")]
    [InlineData("{0}=1,,", "'' names no vault")]
    public void What_is_no_amount_of_a_vault_is_told(string text, string what)
    {
        text = text.Replace("{0}", Names[0], StringComparison.Ordinal);
        what = what.Replace("'{0}' is ''", "is '", StringComparison.Ordinal).Replace("{0}", Names[0], StringComparison.Ordinal);
        Assert.Contains(what, Assert.Throws<UsageException>(() => TrancheAmounts.Parse(text, State.Parameters)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_must_be_positive_is_or_is_refused(double number)
    {
        Assert.Equal(5, PositiveOption.Require(5, "--tokens"));
        Assert.StartsWith("myco: --tokens is ", Assert.Throws<UsageException>(() => PositiveOption.Require(number, "--tokens")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_comes_back_as_it_was_and_has_one_writer_at_a_time()
    {
        using Folder folder = new();
        StateFile.Write(State, folder["state.json"]);
        StateFile.Write(StateFile.Read(folder["state.json"]), folder["again.json"]);
        Assert.Equal(File.ReadAllBytes(folder["state.json"]), File.ReadAllBytes(folder["again.json"]));
        using (StateFile.TakeTurn(folder["state.json"]))
        {
            Assert.Contains("state.json.lock: cannot be used", Assert.Throws<UsageException>(() => StateFile.TakeTurn(folder["state.json"])).Message, StringComparison.Ordinal);
        }

        StateFile.TakeTurn(folder["state.json"]).Dispose();
        Assert.Equal(["again.json", "state.json"], folder.Files());
    }
}
