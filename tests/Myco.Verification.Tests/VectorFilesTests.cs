using Myco.Engine.Formats;
using Myco.TestSupport;

namespace Myco.Verification.Tests;

public sealed class VectorFilesTests
{
    [Fact]
    public void A_folder_stands_for_its_files_in_the_order_of_names_and_a_file_for_itself()
    {
        string folder = Repository.PathOf("fixtures", "vectors"), file = Path.Combine(folder, "eclp.json");
        IReadOnlyList<string> found = VectorFiles.In(folder);
        Assert.Contains(file, found);
        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.All(found, path => Assert.EndsWith(".json", path, StringComparison.Ordinal));
        Assert.Equal(file, Assert.Single(VectorFiles.In(file)));
        Assert.Equal("nowhere", Assert.Single(VectorFiles.In("nowhere")));
    }

    [Fact]
    public void A_folder_without_vectors_is_refused()
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory("myco");
        try
        {
            Assert.StartsWith("holds no *.json file", Assert.Throws<DocumentException>(() => VectorFiles.In(empty.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete();
        }
    }

    [Fact]
    public void Every_golden_file_is_of_a_library_that_is_named_or_a_file_of_surfaces() => Assert.Equal(
        VectorFiles.Libraries.Append("surface").Order(StringComparer.Ordinal),
        VectorFiles.In(Repository.PathOf("fixtures", "vectors")).Select(Path.GetFileNameWithoutExtension));
}
