using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Reports;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Verbs;

/// <summary><c>myco scenario</c>: plays a reserve system over time.</summary>
internal static class ScenarioVerb
{
    /// <summary>The verb with its own verbs <c>run</c>, <c>list</c> and <c>new</c>.</summary>
    public static Verb Create(Terminal terminal) =>
        new("scenario", "Plays a reserve system over time: runs, lists, or writes scenarios.", "myco scenario run bank-run --compare")
        {
            ScenarioRunVerb.Create(terminal), CreateList(terminal), CreateNew(terminal),
        };

    private static Verb CreateList(Terminal terminal)
    {
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("list", "Lists the scenarios that come with the program.", "myco scenario list") { format };
        verb.SetAction(parsed =>
        {
            ReportTable table = new("scenarios", "name", "description");
            foreach ((string name, string description) in BuiltInScenarios.All)
            {
                table.Add(name, description);
            }

            Report report = new();
            report.Tables.Add(table);
            report.Write(terminal, parsed.GetValue(format) == "json");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb CreateNew(Terminal terminal)
    {
        Argument<string?> file = new("FILE") { Description = "Where to write; else standard output.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> from = new("--from") { Description = $"Which one to start from: {ScenarioSource.Known()}.", DefaultValueFactory = _ => "bank-run", HelpName = "NAME" };
        from.AcceptOnlyFromAmong([.. BuiltInScenarios.All.Select(scenario => scenario.Name)]);
        Option<bool> force = new("--force") { Description = "Overwrite FILE if it is there." };
        Verb verb = new("new", "Writes a commented scenario file to start from.", "myco scenario new mine.json --from token-launch") { file, from, force };
        verb.SetAction(parsed =>
        {
            using Stream text = BuiltInScenarios.Open(parsed.GetValue(from)!);
            return TemplateFile.Write(terminal, text, parsed.GetValue(file), parsed.GetValue(force));
        });
        return verb;
    }
}
