using System.Reflection;
using System.Text.RegularExpressions;
using Myco.TestSupport;
using NetArchTest.Rules;

namespace Myco.Architecture.Tests;

/// <summary>The rooms of the product as compiled: a room is a namespace, an arrow a type of one that names a type of another.</summary>
internal static class Rooms
{
    private static readonly Dictionary<string, (Assembly Assembly, string[] Types)> Found = Find();

    /// <summary>The rooms by name, without the house's own "Myco.".</summary>
    public static IEnumerable<string> All => Found.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every assembly of the product that this project sees.</summary>
    public static IEnumerable<Assembly> Assemblies => Found.Values.Select(room => room.Assembly).Distinct();

    /// <summary>What each room names of the others, by metadata.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Arrows { get; } =
        All.ToDictionary(room => room, room => (IReadOnlySet<string>)All.Where(other => other != room && Names(room, [other])).ToHashSet());

    /// <summary>The types of a room that name a type of any of the others.</summary>
    public static IEnumerable<string> Offenders(string room, IEnumerable<string> others) => Judge(room, others) is { IsSuccessful: false } result
        ? result.FailingTypes.Select(type => type.FullName)
        : [];

    private static bool Names(string room, string[] others) => !Judge(room, others).IsSuccessful;

    private static TestResult Judge(string room, IEnumerable<string> others) => Types
        .InAssembly(Found[room].Assembly)
        .That().ResideInNamespaceMatching($"^{Regex.Escape($"Myco.{room}")}$")
        .Should().NotHaveDependencyOnAny([.. others.SelectMany(other => Found[other].Types)])
        .GetResult();

    /// <summary>The assemblies are those of the product's project files: one that this project does not load fails here.</summary>
    private static Dictionary<string, (Assembly Assembly, string[] Types)> Find() => new[] { "kernels", "src" }
        .SelectMany(top => Directory.EnumerateFiles(Repository.PathOf(top), "*.csproj", SearchOption.AllDirectories))
        .Select(Load)
        .SelectMany(assembly => assembly.GetTypes().Select(type => (assembly, type)))
        .Where(entry => !entry.type.IsNested && entry.type.Namespace?.StartsWith("Myco.", StringComparison.Ordinal) == true)
        .GroupBy(entry => entry.type.Namespace!["Myco.".Length..])
        .ToDictionary(room => room.Key, room => (room.First().assembly, room.Select(entry => entry.type.FullName!.Split('`')[0]).Distinct().ToArray()));

    private static Assembly Load(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        return Assembly.Load(name == "Myco.Cli" ? "myco" : name);
    }
}
