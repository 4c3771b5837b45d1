using Myco.Cli.Console;

namespace Myco.Cli.Tests.Verbs;

public sealed class NewVerbTests
{
    [Fact]
    public void The_new_pool_can_be_inspected_as_it_is()
    {
        using Folder folder = new();
        Assert.Equal(ExitCode.Done, CliRun.Of("new", folder["new.json"]).Code);
        Assert.Equal(ExitCode.Done, CliRun.Of("inspect", folder["new.json"]).Code);
        Assert.Equal(["new.json"], folder.Files());
    }

    [Fact]
    public void Standard_output_gets_the_same_bytes_as_the_file()
    {
        using Folder folder = new();
        CliRun.Of("new", folder["new.json"]);
        Assert.Equal(File.ReadAllBytes(folder["new.json"]), CliRun.Of("new").OutputBytes);
    }

    [Fact]
    public void Nothing_is_overwritten_without_force()
    {
        using Folder folder = new();
        string path = folder.Write("pool.json", "mine");
        CliRun.Of("new", path).IsRefused("--force");
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Equal(ExitCode.Done, CliRun.Of("new", path, "--force").Code);
        Assert.NotEqual("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused()
    {
        using Folder folder = new();
        CliRun.Of("new", folder["no/such/folder/pool.json"]).IsRefused("no such");
        CliRun.Of("new", folder["."], "--force").IsRefused("is a folder");
    }

    [Fact]
    public void A_link_stays_a_link_and_a_device_a_device()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Folder folder = new();
        string real = folder.Write("real.json", "old");
        File.CreateSymbolicLink(folder["link.json"], real);
        Assert.Equal(ExitCode.Done, CliRun.Of("new", folder["link.json"], "--force").Code);
        Assert.NotNull(new FileInfo(folder["link.json"]).LinkTarget);
        Assert.NotEqual("old", File.ReadAllText(real));

        Assert.Equal(ExitCode.Done, CliRun.Of("new", "/dev/null", "--force").Code);
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }
}
