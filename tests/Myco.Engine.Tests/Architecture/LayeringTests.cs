using System.Reflection;
using System.Text.RegularExpressions;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Architecture;

/// <summary>Who may know whom: Kernels nobody of ours, Engine the kernels, and inside it Surfaces ← Batch, Surfaces ← Formats.</summary>
public sealed partial class LayeringTests
{
    [Fact]
    public void Kernels_reference_nothing_of_ours()
    {
        Assert.Empty(References(typeof(LaneWidth).Assembly));
        Assert.Empty(References(typeof(UInt256).Assembly));
    }

    /// <summary>Numbers of any length allocate; they are the tests' and benchmarks' yardstick.</summary>
    [Fact]
    public void No_library_knows_BigInteger() => Assert.DoesNotContain(
        Repository.Sources("kernels").Concat(Repository.Sources(Path.Combine("src", "Myco.Engine"))),
        path => File.ReadAllText(path).Contains("BigInteger", StringComparison.Ordinal));

    [Fact]
    public void The_engine_references_only_kernels_of_ours() =>
        Assert.All(References(typeof(EllipsoidSurface).Assembly), name => Assert.StartsWith("Myco.Kernels", name, StringComparison.Ordinal));

    [Fact]
    public void No_library_knows_a_test_or_benchmark_package()
    {
        foreach (Assembly assembly in new[] { typeof(LaneWidth).Assembly, typeof(UInt256).Assembly, typeof(EllipsoidSurface).Assembly })
        {
            Assert.DoesNotContain(
                assembly.GetReferencedAssemblies(),
                name => name.Name!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || name.Name.StartsWith("BenchmarkDotNet", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Surfaces", "Batch", "Formats", "Pools", "Reserve")]
    [InlineData("Batch", "Formats", "Pools", "Reserve")]
    [InlineData("Formats", "Batch", "Pools")]
    [InlineData("Deployment", "Reserve", "Formats")]
    public void Inside_the_engine_nothing_looks_back(string folder, params string[] forbidden)
    {
        List<string> found = [];
        int files = 0;
        foreach (string path in Repository.Sources(Path.Combine("src", "Myco.Engine")).Where(path => FolderOf(path) == folder))
        {
            files++;
            string text = File.ReadAllText(path);
            found.AddRange(forbidden
                .Where(other => Regex.IsMatch(text, $@"\bMyco\.Engine\.{other}\b|(?<![\w.]){other}\.[A-Z]"))
                .Select(other => $"{path} names {other}"));
        }

        Assert.Empty(found);
        Assert.True(files > 0, $"no file of {folder} was read");
    }

    [Theory]
    [InlineData("kernels")]
    [InlineData("src")]
    public void Folder_is_namespace(string top)
    {
        List<string> found = [];
        foreach (string path in Repository.Sources(top))
        {
            string? declared = Namespace().Match(File.ReadAllText(path)) is { Success: true } match ? match.Groups[1].Value : null;
            string folder = Path.GetRelativePath(Repository.PathOf(top), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.');
            if (declared is not null && declared != folder)
            {
                found.Add($"{path} declares {declared}, its folder says {folder}");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Only_the_lanes_name_a_vector_width() => Assert.DoesNotContain(
        Repository.Sources("kernels").Concat(Repository.Sources("src")).Where(path => FolderOf(path) != "Lanes" && !Path.GetFileName(path).StartsWith("MultiplyDown18", StringComparison.Ordinal)),
        path => Width().IsMatch(File.ReadAllText(path)));

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)!);

    private static IEnumerable<string> References(Assembly assembly) => assembly
        .GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Myco", StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bVector(64|128|256|512)\b|\bAvx\w*\.")]
    private static partial Regex Width();
}
