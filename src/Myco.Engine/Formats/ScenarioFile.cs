using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Formats;

/// <summary>Scenarios as JSON (<c>myco-scenario/1</c>).</summary>
/// <remarks>Comments and trailing commas are allowed; unknown and repeated keys are refused, files above 16 MiB too.</remarks>
public static class ScenarioFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "myco-scenario/1";

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="DocumentException">The text is no valid scenario; the message has what is wrong and the remedy.</exception>
    public static Scenario Read(Stream stream)
    {
        DocumentTree tree = DocumentTree.Read(stream);
        Scenario scenario = DocumentReader.Read<Scenario>(tree, Format);
        _ = SurfaceFields.Build(scenario.Parameters.Surface, new(tree), "parameters", "surface");
        return scenario;
    }

    /// <summary>Reads one of <see cref="BuiltInScenarios"/>.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Scenario ReadBuiltIn(string name)
    {
        using Stream stream = BuiltInScenarios.Open(name);
        return Read(stream);
    }
}
