using System.Text;
using Myco.Cli.Orders;

namespace Myco.Cli.Tests.Orders;

public sealed class AssetNamesTests
{
    [Theory]
    [InlineData("USDC", 0)]
    [InlineData("€", 2)]
    [InlineData("2", 1)]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData("a \"\"q\"\"", 3)]
    [InlineData("4", -1)]
    [InlineData("-1", -1)]
    [InlineData("usdc", -1)]
    [InlineData("", -1)]
    [InlineData("1x", -1)]
    [InlineData("99999999999999999999", -1)]
    public void A_name_is_found_before_an_index_and_nothing_else_is(string word, int asset)
    {
        AssetNames names = new(["USDC", "2", "€", "a \"q\""]);
        Assert.Equal(asset, names.Find(Encoding.UTF8.GetBytes(word)));
    }

    [Fact]
    public void Sixty_four_names_that_share_buckets_are_all_found()
    {
        string[] all = [.. Enumerable.Range(0, 64).Select(i => $"A{i / 8}{i % 8}Z")];
        AssetNames names = new(all);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(i, names.Find(Encoding.UTF8.GetBytes(all[i]))));
    }
}
