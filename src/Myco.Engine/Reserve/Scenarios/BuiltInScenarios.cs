namespace Myco.Engine.Reserve.Scenarios;

/// <summary>The scenarios that come with the engine, as files with comments.</summary>
/// <remarks>Source: spec 02-reserve-system, section 9.</remarks>
public static class BuiltInScenarios
{
    /// <summary>Their names, and what each is, in a sentence.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        ("token-launch", "50 depositors come over 30 days; some of them redeem on days 60 to 90."),
        ("bank-run", "After a fall of prices the reserve covers 80 %, and nearly all holders redeem as fast as they can."),
        ("mixed-issuance", "Monthly deposits and weekly contributions of labor, over a year."),
    ];

    /// <summary>Whether there is one of that name.</summary>
    public static bool Has(string name) => All.Any(scenario => scenario.Name == name);

    /// <summary>The text of its file.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Stream Open(string name) =>
        (Has(name) ? typeof(BuiltInScenarios).Assembly.GetManifestResourceStream($"{name}.json") : null)
        ?? throw new ArgumentException($"There is no scenario '{name}'; there are {string.Join(", ", All.Select(scenario => scenario.Name))}.", nameof(name));
}
