using Myco.Engine.Fields;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A story to play: a system, who does what, and a seed. Immutable; the same scenario has the same course.</summary>
/// <remarks>Source: spec 02-reserve-system, section 9.</remarks>
public sealed record Scenario : IDeclared<Scenario>
{
    /// <summary>The most steps.</summary>
    public const int MostSteps = 20_000;

    /// <summary>The most orders that a plan may ask for.</summary>
    internal const long MostIntents = 5_000_000;

    /// <summary>The shortest and the longest step in seconds.</summary>
    private const double ShortestStep = 1, LongestStep = 1e9;

    private static readonly TextRule NameRule = new("be 1 to 64 small letters, digits and hyphens", IsName);

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
    public string? Problem() => FieldCheck.Of(this)?.Text;

    static Scenario IDeclared<Scenario>.Accept(IFields fields, Scenario? value)
    {
        Scenario scenario = new()
        {
            Name = fields.Text("name", value?.Name ?? string.Empty, NameRule),
            Seed = fields.Unsigned("seed", value?.Seed ?? 0),
            Steps = (int)fields.Whole("steps", value?.Steps ?? 0, 1, MostSteps),
            StepSeconds = fields.Number("stepSeconds", value?.StepSeconds ?? double.NaN, new Interval(ShortestStep, LongestStep)),
            InitialDeposit = fields.Number("initialDeposit", value?.InitialDeposit ?? double.NaN, Interval.Positive),
            Plan = fields.Part("plan", value?.Plan!),
            Prices = fields.Parts("prices", value?.Prices ?? [], 0, MostSteps),
            Parameters = fields.Part("parameters", value?.Parameters!),
        };
        scenario.CheckPrices(fields);
        scenario.Plan?.Check(fields, scenario);
        return scenario;
    }

    private void CheckPrices(IFields fields)
    {
        for (int i = 0; i < Prices.Count; i++)
        {
            (PriceChange? change, PriceChange? last) = (Prices[i], i > 0 ? Prices[i - 1] : null);
            if (change?.Step < 0 || change?.Step >= Steps)
            {
                fields.Refuse($"is {change.Step}; steps are from 0 to {Steps - 1}", "prices", $"{i}", "step");
            }

            if (change?.Step <= last?.Step)
            {
                fields.Refuse($"is {change.Step} after step {last.Step}; put the changes in order, one a step", "prices", $"{i}", "step");
            }

            if (change is not null && change.Values.Count != (Parameters?.Vaults?.Count ?? 0))
            {
                fields.Refuse($"has {change.Values.Count} prices; there are {Parameters?.Vaults?.Count} vaults, give one each", "prices", $"{i}", "values");
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= 64 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
