using Myco.Cli.Console;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Files;

/// <summary>Finds the scenario that the user names: one of ours, or a file.</summary>
internal static class ScenarioSource
{
    /// <summary>Reads the scenario.</summary>
    /// <exception cref="UsageException">There is none, or it cannot be read.</exception>
    public static Scenario Read(string word)
    {
        if (BuiltInScenarios.Has(word))
        {
            return ScenarioFile.ReadBuiltIn(word);
        }

        if (!File.Exists(word) && !word.EndsWith(".json", StringComparison.Ordinal))
        {
            throw new UsageException($"'{word}' is no scenario and no file; name {Known()}, or a file");
        }

        using Stream stream = InputFile.Open(word);
        return InputFile.Guard(word, () => ScenarioFile.Read(stream));
    }

    /// <summary>Sets the stage.</summary>
    /// <exception cref="UsageException">The scenario cannot be played.</exception>
    public static ScenarioRun Begin(Scenario scenario, string word) => ScenarioRun.TryBegin(scenario, out ScenarioRun? run, out string? problem)
        ? run
        : throw new UsageException($"{word}: {problem}");

    /// <summary>The names of ours.</summary>
    public static string Known() => string.Join(", ", BuiltInScenarios.All.Select(scenario => scenario.Name));
}
