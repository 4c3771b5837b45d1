using Myco.Cli.Console;
using Myco.Cli.Files;

namespace Myco.Cli.Tests.Files;

/// <summary>OutputFile: whole or not at all, through NamedOutput, beside its place; TemplateFile overwrites nothing unasked.</summary>
public sealed class OutputFileTests
{
    private static readonly byte[] Old = [1, 2, 3];
    private static readonly byte[] New = [4, 5];

    [Fact]
    public void What_is_replaced_is_whole_and_alone()
    {
        using Folder folder = new();
        OutputFile.Replace(folder.Write("a", Old), New);
        OutputFile.Replace(folder["b"], New);
        Assert.Equal(New, File.ReadAllBytes(folder["a"]));
        Assert.Equal(New, File.ReadAllBytes(folder["b"]));
        Assert.Equal(["a", "b"], folder.Files());
    }

    [Fact]
    public void What_was_not_kept_leaves_the_old_and_nothing_beside_it()
    {
        using Folder folder = new();
        folder.Write("a", Old);
        using (OutputFile file = new(folder["a"]))
        {
            file.Stream.Write(New);
            file.Stream.Flush();
            Assert.Equal(Old, File.ReadAllBytes(folder["a"]));
            Assert.Equal(2, folder.Files().Length);
        }

        Assert.Equal(Old, File.ReadAllBytes(folder["a"]));
        Assert.Equal(["a"], folder.Files());
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        using Folder folder = new();
        folder.Write("target", Old);
        File.CreateSymbolicLink(folder["link"], folder["target"]);
        OutputFile.Replace(folder["link"], New);
        Assert.Equal(New, File.ReadAllBytes(folder["target"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
        Assert.Equal(folder["target"], OutputFile.Target(folder["link"]));
        Assert.Equal(folder["none"], OutputFile.Target(folder["none"]));
    }

    [Theory]
    [InlineData("", "is no name of a file")]
    [InlineData("a\0b", "is no name of a file")]
    [InlineData("/", "is a folder")]
    [InlineData("/no/such/folder/a", "no such file")]
    public void A_place_that_cannot_be_written_is_told_by_name(string path, string what) =>
        Assert.Contains(what, Assert.Throws<UsageException>(() => OutputFile.Replace(path, New)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_full_place_is_named()
    {
        using FullStream full = new();
        UsageException exception = Assert.Throws<UsageException>(() => new NamedOutput(full, "results.csv").Write(New));
        Assert.StartsWith("results.csv: cannot be written: No space left on device; make room", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_overwrites_only_when_told_to()
    {
        using Folder folder = new();
        Terminal terminal = new(Stream.Null, new MemoryStream(), TextWriter.Null);
        folder.Write("a", Old);
        Assert.Contains("--force", Assert.Throws<UsageException>(() => TemplateFile.Write(terminal, new MemoryStream(New), folder["a"], force: false)).Message, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllBytes(folder["a"]));
        Assert.Equal(ExitCode.Done, TemplateFile.Write(terminal, new MemoryStream(New), folder["a"], force: true));
        Assert.Equal(New, File.ReadAllBytes(folder["a"]));
        Assert.Equal(ExitCode.Done, TemplateFile.Write(terminal, new MemoryStream(New), null, force: false));
        Assert.Equal(New, ((MemoryStream)terminal.Output).ToArray());
    }
}
