using System.Text.RegularExpressions;
using Mono.Cecil;
using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>A reader finds the test of a file: by its mirrored path, or by its name in the first line of a test class of its room; and every test can fail.</summary>
public sealed partial class FinderTests
{
    private const double LeastShare = 0.8;

    private static readonly ProductFile[] Files = [.. Repository.Sources("kernels").Concat(Repository.Sources("src")).Select(ProductFile.Of)];

    private static readonly TestClass[] Classes = [.. TestCode.Classes.Select(TestClass.Of)];

    private static readonly ILookup<string, TestClass> ByRoom = Classes.ToLookup(one => one.Room, StringComparer.Ordinal);

    [Fact]
    public void Four_files_of_five_have_a_test_that_is_found_by_path_or_by_name()
    {
        string[] lost = [.. Files.Where(file => !IsFound(file)).Select(file => $"{file.Room}.{file.Stem}")];
        double share = 1 - ((double)lost.Length / Files.Length);
        Assert.True(share >= LeastShare, $"{share:P1} of {Files.Length} files are found; name in a first line, or give a test to: {string.Join(", ", lost)}");
    }

    /// <summary>A name that its tests do not come to would send the reader astray.</summary>
    [Fact]
    public void A_first_line_names_only_types_that_its_tests_come_to()
    {
        ILookup<string, ProductFile> files = Files.ToLookup(file => file.Room, StringComparer.Ordinal);
        string[] wrong = [.. from one in Classes
                             let named = files[one.Room].Select(file => file.Type).Where(one.Names).ToArray()
                             where named.Length > 0
                             from type in named.Except(TestCode.Reached(one.Type))
                             select $"{one.Type.FullName} names {type}"];
        Assert.True(wrong.Length == 0, string.Join("; ", wrong));
    }

    [Fact]
    public void Every_test_can_fail() => Assert.Empty(TestCode.Classes.SelectMany(TestCode.Tests).Where(test => !TestCode.CanFail(test)).Select(test => $"{test.DeclaringType.FullName}.{test.Name} asserts nothing"));

    [Fact]
    public void The_tests_were_read()
    {
        Assert.True(Files.Length > 500 && Classes.Length > 150, $"{Files.Length} files, {Classes.Length} classes");
        Assert.All(Classes, one => Assert.True(one.HasSource, $"{one.Type.FullName} lies not in a file of its name"));
    }

    private static bool IsFound(ProductFile file) => ByRoom[file.Room].Any(one => file.Tests.Contains(one.Type.Name) || one.Names(file.Type));

    /// <summary>A file of the product.</summary>
    /// <param name="Room">Its namespace.</param>
    /// <param name="Stem">Its name: the type's, or the type's and the part's.</param>
    private sealed record ProductFile(string Room, string Stem)
    {
        /// <summary>The type that it declares, or declares a part of; a generic one beside a plain one has "Of" behind its name.</summary>
        public string Type => $"{Room}.{Stem.Split('.')[0]}";

        /// <summary>What its test class may be called.</summary>
        public string[] Tests => [$"{Stem.Split('.')[0]}Tests", $"{Stem.Replace(".", string.Empty, StringComparison.Ordinal)}Tests"];

        public static ProductFile Of(string path)
        {
            string[] parts = Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar);
            return new(string.Join('.', parts[1..^1]), Path.GetFileNameWithoutExtension(path));
        }
    }

    /// <summary>A class of tests.</summary>
    /// <param name="Type">The class.</param>
    /// <param name="Room">The namespace that it tests.</param>
    /// <param name="Words">The words of its summary.</param>
    /// <param name="HasSource">Whether its file was found.</param>
    private sealed record TestClass(TypeDefinition Type, string Room, IReadOnlySet<string> Words, bool HasSource)
    {
        /// <summary>Whether the summary names a type, given in full.</summary>
        public bool Names(string type) => Words.Contains(type[(type.LastIndexOf('.') + 1)..]);

        public static TestClass Of(TypeDefinition type)
        {
            string project = type.Module.Assembly.Name.Name, below = type.Namespace[project.Length..];
            string path = Repository.PathOf(["tests", project, .. below.Split('.', StringSplitOptions.RemoveEmptyEntries), $"{type.Name}.cs"]);
            string summary = File.Exists(path) ? Summary().Match(File.ReadAllText(path)).Groups[1].Value : string.Empty;
            return new(type, project[..^".Tests".Length] + below, Word().Matches(summary).Select(match => match.Value).ToHashSet(StringComparer.Ordinal), File.Exists(path));
        }
    }

    [GeneratedRegex(@"^/// <summary>([\s\S]*?)</summary>", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
