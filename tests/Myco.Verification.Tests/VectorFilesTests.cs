using System.Text;
using Myco.Engine.Formats;
using Myco.TestSupport;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests;

public sealed class VectorFilesTests
{
    [Fact]
    public void A_folder_is_its_files_in_the_order_of_names_and_anything_else_itself()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("myco");
        try
        {
            Assert.Contains("no *.json file", Assert.Throws<DocumentException>(() => VectorFiles.In(folder.FullName)).Message, StringComparison.Ordinal);
            string[] names = [.. new[] { "B.json", "a.json", "c.json" }.Select(name => Path.Combine(folder.FullName, name))];
            Array.ForEach([.. names.Reverse(), Path.Combine(folder.FullName, "remark.txt")], path => File.WriteAllText(path, "{}"));
            Assert.Equal(names, VectorFiles.In(folder.FullName));
            Assert.Equal(["/no/such/file.json"], VectorFiles.In("/no/such/file.json"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_golden_file_is_of_a_library_that_is_named_or_a_file_of_surfaces() => Assert.Equal(
        VectorFiles.Libraries.Append("surface").Order(StringComparer.Ordinal),
        VectorFiles.In(Repository.PathOf("fixtures", "vectors")).Select(Path.GetFileNameWithoutExtension));

    [Fact]
    public void A_format_that_is_not_known_is_one_failure_and_names_those_that_are()
    {
        VectorTally tally = VectorFiles.Replay(new MemoryStream(Encoding.UTF8.GetBytes("{\"format\": \"myco-poem/1\"}")), "poem");
        Assert.Equal((0L, 1L), (tally.Passed, tally.Failed));
        Assert.All(VectorFiles.Formats, format => Assert.Contains(format, tally.Failures[0], StringComparison.Ordinal));
    }
}
