using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Weighted;

/// <summary>WeightedParameters: what the constructor refuses by WeightedGuards, each limit and one beyond.</summary>
public sealed class WeightedParametersTests
{
    public static TheoryData<int[], int[], Revert, string> Refused => new()
    {
        { [100], [18], Revert.TokenCountMismatch, "2 to 8 tokens" },
        { [10, 10, 10, 10, 10, 10, 10, 10, 20], [18, 18, 18, 18, 18, 18, 18, 18, 18], Revert.TokenCountMismatch, "2 to 8 tokens" },
        { [50, 50], [18], Revert.TokenCountMismatch, "give one of each" },
        { [50, 50], [18, 19], Revert.InvalidArgument, "0 to 18" },
        { [50, 50], [-1, 18], Revert.InvalidArgument, "0 to 18" },
        { [100, 0], [18, 18], Revert.MinWeight, "10000000000000000" },
        { [50, 51], [18, 18], Revert.NormalizedWeightInvariant, "divide each by the sum" },
        { [50, 49], [18, 18], Revert.NormalizedWeightInvariant, "divide each by the sum" },
        { [200, 0], [18, 18], Revert.MinWeight, "raise the smallest" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_constructor_refuses(int[] percents, int[] decimals, Revert expected, string words)
    {
        UInt256[] weights = [.. percents.Select(percent => (UInt256)((ulong)percent * Percent))];
        Assert.Equal(expected, WeightedParameters.TryCreate(weights, decimals, WeightedVersion.Current, out WeightedParameters? parameters));
        Assert.Null(parameters);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => WeightedParameters.Create(weights, decimals)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_reach_from_one_percent_to_the_rest()
    {
        Assert.Equal(Revert.None, Try(Percent, One - Percent));
        Assert.Equal(Revert.MinWeight, Try(Percent - 1, One - Percent + 1));
        Assert.Equal(Revert.NormalizedWeightInvariant, Try(UInt256.MaxValue, One));
        Assert.Equal(Revert.NormalizedWeightInvariant, Try(Percent, One - Percent - 1));
    }

    [Fact]
    public void They_show_what_was_given()
    {
        UInt256[] weights = [One / 4, 3 * One / 4];
        WeightedParameters parameters = WeightedParameters.Create(weights, [6, 18]);
        weights[0] = 0;
        Assert.Equal([One / 4, 3 * One / 4], parameters.Weights.ToArray());
        Assert.Equal([1_000_000_000_000UL, 1_000_000UL], parameters.MinimumBalances.ToArray());
        Assert.Equal((2, WeightedVersion.Current), (parameters.TokenCount, parameters.Version));
        WeightedParameters older = WeightedParameters.Create(parameters.Weights, [6, 18], WeightedVersion.BeforeMinimumBalances);
        Assert.Equal([UInt256.Zero, UInt256.Zero], older.MinimumBalances.ToArray());
    }

    private static Revert Try(UInt256 weight0, UInt256 weight1) =>
        WeightedParameters.TryCreate([weight0, weight1], [18, 18], WeightedVersion.Current, out _);
}
