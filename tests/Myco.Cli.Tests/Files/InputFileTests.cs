using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Engine.Formats;

namespace Myco.Cli.Tests.Files;

public sealed class InputFileTests
{
    [Theory]
    [InlineData("/no/such/pool.json", "/no/such/pool.json: no such file; check the name")]
    [InlineData("/", "/: is a folder, and a file is needed")]
    [InlineData("", "'' is no name of a file")]
    [InlineData("a\0b", "is no name of a file")]
    public void A_file_that_cannot_be_opened_is_told_by_name(string path, string what) =>
        Assert.Contains(what, Assert.Throws<UsageException>(() => InputFile.Open(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_fault_of_the_content_has_its_line_and_one_of_the_system_its_reason()
    {
        Assert.Equal("p.json:7: what; remedy", Guarded(new DocumentException(7, "what; remedy")));
        Assert.Equal("p.json: what; remedy", Guarded(new DocumentException(0, "what; remedy")));
        Assert.Equal("p.json: cannot be used: Gone; check the name and your permissions", Guarded(new IOException("Gone.")));
        Assert.Equal("p.json: cannot be used: Closed; check the name and your permissions", Guarded(new UnauthorizedAccessException("Closed.")));
        Assert.Throws<InvalidOperationException>(() => InputFile.Guard<int>("p.json", () => throw new InvalidOperationException("a defect")));
        Assert.Equal(5, InputFile.Guard("p.json", () => 5));
    }

    [Fact]
    public void A_pool_is_read_or_its_fault_named_with_file_and_line()
    {
        using Folder folder = new();
        Assert.Equal(["USDC", "1", "DAI"], InputFile.ReadPool(folder.PoolPath).Assets);
        string broken = folder.Write("broken.json", Folder.Pool.Replace("0.003", "3", StringComparison.Ordinal));
        Assert.StartsWith($"{broken}:9:10: fee is 3", Assert.Throws<UsageException>(() => InputFile.ReadPool(broken)).Message, StringComparison.Ordinal);
    }

    private static string Guarded(Exception exception) => Assert.Throws<UsageException>(() => InputFile.Guard<int>("p.json", () => throw exception)).Message;
}
