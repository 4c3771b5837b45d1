using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;

namespace Myco.Engine.Tests.Pools.Stable;

public sealed class StableParametersTests
{
    [Theory]
    [InlineData(1, 1_000, false)]
    [InlineData(2, 1_000, true)]
    [InlineData(5, 50_000_000, true)]
    [InlineData(6, 1_000, false)]
    [InlineData(2, 999, false)]
    [InlineData(2, 50_000_001, false)]
    public void The_limits_are_the_last_that_hold(int count, ulong amplification, bool valid)
    {
        Assert.Equal(valid ? Revert.None : Revert.InvalidParameters, StableParameters.TryCreate(count, amplification, StableVersion.Current, out StableParameters? parameters));
        Assert.Equal(valid, parameters is not null);
    }

    [Fact]
    public void A_refusal_names_value_and_limit()
    {
        Assert.Contains("50000001 lies outside 1000 to 50000000", Assert.Throws<ArgumentException>(() => StableParameters.Create(2, 50_000_001)).Message, StringComparison.Ordinal);
        Assert.Contains("2 to 5 tokens, not 9", Assert.Throws<ArgumentException>(() => StableParameters.Create(9, 1_000)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StableParameters.Create(2, 1_000, (StableVersion)7));
    }

    [Fact]
    public void Another_amplification_keeps_the_rest()
    {
        StableParameters moved = StableParameters.Create(4, 1_000, StableVersion.WithoutImbalanceLimit).At(2_000);
        Assert.Equal((4, 2_000UL, StableVersion.WithoutImbalanceLimit), (moved.TokenCount, moved.Amplification.Limb0, moved.Version));
    }
}
