using System.Text;
using Myco.Verification.Golden;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Golden;

public sealed class ResultComparisonTests
{
    private static readonly Dictionary<string, string> Returned = new()
    {
        ["amount"] = "5",
        ["fees[0]"] = "1",
        ["fees[1]"] = "2",
        ["state.isOpen"] = "true",
    };

    [Theory]
    [InlineData("{\"amount\": \"5\", \"fees\": [\"1\", \"2\"], \"state\": {\"isOpen\": true}}")]
    [InlineData("{\"amount\": \"5\"}")]
    [InlineData("{\"fees\": [\"1\", \"2\"]}")]
    public void Equal_results_have_no_difference_and_some_may_be_left_out(string expected) => Assert.Null(Difference(expected));

    [Theory]
    [InlineData("{\"amount\": \"6\"}", "amount is 5; the contract has 6")]
    [InlineData("{\"price\": \"6\"}", "price is not returned; the contract has 6")]
    [InlineData("{\"fees\": [\"1\"]}", "fees[1] is 2; the contract's list ends before it")]
    [InlineData("{\"fees\": []}", "fees[0] is 1; the contract's list ends before it")]
    [InlineData("{\"fees\": [\"1\", \"2\", \"3\"]}", "fees[2] is not returned; the contract has 3")]
    [InlineData("{\"state\": {\"isOpen\": false}}", "state.isOpen is true; the contract has false")]
    [InlineData("{}", "the case names no result; the engine returns amount, fees[0], fees[1], state.isOpen")]
    public void The_first_difference_is_told_by_its_path(string expected, string difference) => Assert.Equal(difference, Difference(expected));

    private static string? Difference(string expected)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes($"{{\"out\": {expected}}}"));
        return VectorDocument.Read(stream, root => new Found(ResultComparison.Difference(root["out"], Returned))).Text;
    }

    private sealed record Found(string? Text);
}
