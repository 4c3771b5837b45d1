using System.Text.RegularExpressions;
using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>Folder is namespace, file is type: a reader finds a type's file by its name.</summary>
public sealed partial class NamingTests
{
    private static IEnumerable<string> Product => Repository.Sources("kernels").Concat(Repository.Sources("src"));

    [Theory]
    [InlineData("kernels")]
    [InlineData("src")]
    public void Folder_is_namespace(string top) => Assert.Empty(Repository
        .Sources(top)
        .Select(path => (path, declared: Namespace().Match(File.ReadAllText(path)), folder: Path.GetRelativePath(Repository.PathOf(top), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.')))
        .Where(entry => entry.declared.Success && entry.declared.Groups[1].Value != entry.folder)
        .Select(entry => $"{entry.path} declares {entry.declared.Groups[1].Value}, its folder says {entry.folder}"));

    /// <summary>A part of a type is <c>Type.Part.cs</c>; a generic type beside a plain one of its name is <c>TypeOf.cs</c>.</summary>
    [Fact]
    public void File_is_type() => Assert.Empty(Product
        .Select(path => (path, types: Declared().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Distinct().ToArray(), stem: Path.GetFileName(path).Split('.')[0]))
        .Where(entry => entry.types.Length > 1 || (entry.types.Length == 1 && entry.types[0] != entry.stem && $"{entry.types[0]}Of" != entry.stem))
        .Select(entry => $"{entry.path} declares {string.Join(", ", entry.types)}"));

    /// <summary>The lanes, and the products by eights of the integers, whose digits are arranged for one width.</summary>
    [Fact]
    public void Only_the_lanes_name_a_vector_width() => Assert.DoesNotContain(
        Product.Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "Lanes" && !Path.GetFileName(path).StartsWith("MultiplyDown18", StringComparison.Ordinal)),
        path => Width().IsMatch(File.ReadAllText(path)));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public |internal |file )?(?:(?:static|sealed|abstract|readonly|ref|partial|unsafe) )*(?:class|struct|record struct|record|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bVector(64|128|256|512)\b|\bAvx\w*\.")]
    private static partial Regex Width();
}
