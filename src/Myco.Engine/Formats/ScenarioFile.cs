using System.Text.Json;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Formats;

/// <summary>Scenarios as JSON (<c>myco-scenario/1</c>).</summary>
/// <remarks>Comments and trailing commas are allowed; unknown and repeated keys are refused, files above 16 MiB too.</remarks>
public static class ScenarioFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "myco-scenario/1";

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="DocumentException">The text is no valid scenario; the message has the line, what is wrong and the remedy.</exception>
    public static Scenario Read(Stream stream)
    {
        byte[] bytes = DocumentBytes.Read(stream);
        Scenario scenario = SystemFile.Guard(() => JsonSerializer.Deserialize<Scenario>(DocumentBytes.Text(bytes), SystemReading.Options));
        return scenario.Problem() is string problem ? throw new DocumentException(0, problem) : scenario;
    }
}
