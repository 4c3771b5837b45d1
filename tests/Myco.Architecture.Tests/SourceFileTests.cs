using System.Text.RegularExpressions;
using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>The house's limits on every source file.</summary>
public sealed partial class SourceFileTests
{
    private const int LargestFile = 400;
    private const int LargestTestFile = 250;

    private static IEnumerable<string> All => new[] { "kernels", "src", "tests", "bench", "examples" }.SelectMany(Repository.Sources);

    [Fact]
    public void No_file_is_longer_than_400_lines() => Assert.Empty(TooLong(All, LargestFile));

    [Fact]
    public void No_test_file_is_longer_than_250_lines() => Assert.Empty(TooLong(Repository.Sources("tests"), LargestTestFile));

    [Fact]
    public void Nothing_is_left_undone_or_skipped() => Assert.Empty(All.SelectMany(path => File
        .ReadLines(path)
        .Select((line, index) => (line, number: index + 1))
        .Where(entry => Unfinished().IsMatch(entry.line))
        .Select(entry => $"{path}:{entry.number}: {entry.line.Trim()}")));

    [Fact]
    public void No_name_is_an_evasion() => Assert.DoesNotContain(All, path => Evasive().IsMatch(Path.GetFileNameWithoutExtension(path)));

    [Fact]
    public void The_sources_were_read() => Assert.True(All.Count() > 100, "fewer than 100 source files were found");

    private static IEnumerable<string> TooLong(IEnumerable<string> paths, int limit) => paths
        .Where(path => !path.EndsWith(".Tables.cs", StringComparison.Ordinal) && !path.EndsWith(".Generated.cs", StringComparison.Ordinal))
        .Select(path => (path, lines: File.ReadLines(path).Count()))
        .Where(entry => entry.lines > limit)
        .Select(entry => $"{entry.path} has {entry.lines} lines; the limit is {limit}; split it by idea");

    // The words are spelled in two halves, lest this file find itself.
    [GeneratedRegex(@"\bTO" + @"DO\b|FIX" + @"ME|NotImplemented" + @"Exception|\bSkip\s*" + @"=\s*""")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(Helper|Helpers|Utils|Utilities|Manager|Impl)$")]
    private static partial Regex Evasive();
}
