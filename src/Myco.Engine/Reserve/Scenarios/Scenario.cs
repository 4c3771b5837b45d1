using Myco.Engine.Formats;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A story to play: a system, who does what, and a seed. Immutable; the same scenario has the same course.</summary>
/// <remarks>Source: spec 02-reserve-system, section 9.</remarks>
public sealed record Scenario
{
    /// <summary>The most steps.</summary>
    public const int MostSteps = 20_000;

    /// <summary>The most orders that a plan may ask for.</summary>
    internal const long MostIntents = 5_000_000;

    /// <summary>The shortest and the longest step in seconds.</summary>
    private const double ShortestStep = 1, LongestStep = 1e9;

    /// <summary>The format of its file.</summary>
    public string Format { get; init; } = ScenarioFile.Format;

    /// <summary>The name: small letters, digits and hyphens, 1 to 64.</summary>
    public required string Name { get; init; }

    /// <summary>What chance depends on.</summary>
    public ulong Seed { get; init; }

    /// <summary>The number of steps, 1 to 20 000; the first is at time 0.</summary>
    public required int Steps { get; init; }

    /// <summary>The seconds from one step to the next, 1 to 1e9.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>The value that the first deposit brings, before the first step.</summary>
    public required double InitialDeposit { get; init; }

    /// <summary>Who does what, and when.</summary>
    public required ScenarioPlan Plan { get; init; }

    /// <summary>Changes of prices, earliest first; until the first, they are the calibration prices.</summary>
    public IReadOnlyList<PriceChange> Prices { get; init; } = [];

    /// <summary>The system's parameters.</summary>
    public required SystemParameters Parameters { get; init; }

    /// <summary>The first thing wrong with these numbers, with the value, the limit and the remedy; null when nothing is.</summary>
    public string? Problem() =>
        Format != ScenarioFile.Format ? $"the format is '{Format}'; it must be '{ScenarioFile.Format}'"
        : !IsName(Name) ? $"the name is '{Name}'; use 1 to 64 small letters, digits and hyphens"
        : Steps is < 1 or > MostSteps ? $"steps is {Steps}; it must be from 1 to {MostSteps}"
        : !(StepSeconds >= ShortestStep && StepSeconds <= LongestStep) ? $"stepSeconds is {StepSeconds:R}; it must be from {ShortestStep:R} to {LongestStep:R}"
        : !(InitialDeposit > 0 && double.IsFinite(InitialDeposit)) ? $"initialDeposit is {InitialDeposit:R}; it must be above 0 and finite"
        : Parameters.Problem() ?? PriceProblem() ?? Plan.Problem(this);

    private string? PriceProblem()
    {
        int last = -1;
        foreach (PriceChange? change in Prices)
        {
            if (change is null)
            {
                return "a change of prices is null; write {\"step\": …, \"values\": […]}";
            }

            if (change.Problem(Steps, Parameters.Vaults.Count) is string problem)
            {
                return problem;
            }

            if (change.Step <= last)
            {
                return $"prices are set at step {change.Step} after step {last}; put the changes in order, one a step";
            }

            last = change.Step;
        }

        return null;
    }

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= 64 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
