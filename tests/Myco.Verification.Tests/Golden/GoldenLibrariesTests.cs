using System.Text.Json.Nodes;
using Myco.TestSupport;

namespace Myco.Verification.Tests.Golden;

/// <summary>GoldenLibraries: which GoldenLibrary a file is for, by what of it tells.</summary>
public sealed class GoldenLibrariesTests
{
    [Theory]
    [InlineData("mine")]
    [InlineData("vault")]
    public void The_library_that_the_header_names_goes_before_the_name_of_the_file(string name)
    {
        JsonObject file = Anonymous();
        file["header"]!["library"] = "stable";
        Passes(file, name);
    }

    [Theory]
    [InlineData("stable")]
    [InlineData("stable_of_mine")]
    [InlineData("stable-2")]
    public void The_beginning_of_the_file_name_tells_where_the_header_does_not(string name) => Passes(Anonymous(), name);

    [Fact]
    public void The_functions_tell_where_nothing_else_does() => Passes(Anonymous(), "stables");

    [Fact]
    public void The_contract_in_the_source_tells_even_against_the_file_name()
    {
        foreach (JsonNode source in new JsonNode[] { "StableMath, run in an EVM", new JsonArray(new JsonObject { ["file"] = "contracts/StableMath.sol" }) })
        {
            JsonObject file = Anonymous();
            file["header"]!["source"] = source;
            Passes(file, "vault");
        }
    }

    [Theory]
    [InlineData("library", "unstable", "header.library is 'unstable'")]
    [InlineData("source", "Gyro2CLPMath.sol", "do not tell one library")]
    public void What_is_unknown_or_ambiguous_fails_and_names_what_is_known(string key, string value, string what)
    {
        JsonObject file = Anonymous();
        file["header"]![key] = value;
        string line = VectorRun.Of("mine", file).HasOneFailure(what).Failures[0];
        Assert.Contains("eclp, eclp_onswap, clp2, clp2_v2", line, StringComparison.Ordinal);
        Assert.EndsWith("nothing of the file was replayed", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_a_file_of_ones_own_passes()
    {
        string text = File.ReadAllText(Repository.PathOf("fixtures", "README.md"));
        string example = text.Split("```json\n")[1].Split("```")[0];
        VectorRun.Of("example", example).Counts(3, 0);
    }

    private static JsonObject Anonymous()
    {
        JsonObject file = SmallFile.Create();
        file["header"] = new JsonObject { ["schema"] = "golden-vectors-1" };
        return file;
    }

    private static void Passes(JsonObject file, string name) => VectorRun.Of(name, file).Counts(SmallFile.Cases, 0);
}
