using Myco.Cli.Demonstration;
using Myco.TestSupport;
using Myco.Verification.Eclp;

namespace Myco.Cli.Tests.Demonstration;

/// <summary>EclpComparison and ExactComparison, whose integers are ExactQuotes, of a set of real swaps: what the demonstration says of them.</summary>
public sealed class EclpComparisonTests
{
    private static readonly EclpVectorSet Real = Read();

    [Fact]
    public void The_contract_takes_a_little_more_than_exact_arithmetic_and_never_less()
    {
        EclpComparison comparison = EclpComparison.Of(Real);
        Assert.Equal((Real.Id, 0), (comparison.Id, comparison.Violations));
        Assert.Equal(Real.Swaps.Count, comparison.Sized.Length + comparison.Dust.Length + comparison.Unquoted + comparison.Reverts);
        Assert.Equal(Real.Swaps.Count(swap => swap.Result is null), comparison.Reverts);
        Assert.Equal(comparison.Sized.Order(), comparison.Sized);
        Assert.NotEmpty(comparison.Sized);
        Assert.InRange(comparison.Sized[^1], 0, 1e-3);
        Assert.Equal(Real.Swaps.Count(IsDust), comparison.Dust.Length);
    }

    [Fact]
    public void The_twin_is_the_contract_and_the_ellipsoid_keeps_no_more_than_it()
    {
        ExactComparison comparison = ExactComparison.Of(Real);
        Assert.Equal((Real.Swaps.Count, Real.Swaps.Count), (comparison.Cases, comparison.TwinEqual));
        Assert.All(comparison.ChainGains.Concat(comparison.EllipsoidGains), gain => Assert.True(gain >= 0, $"{gain} units"));
        Assert.Equal(comparison.ChainGains.Length, comparison.EllipsoidGains.Length);
        Assert.True(comparison.EllipsoidGains[^1] <= comparison.ChainGains[^1], $"{comparison.EllipsoidGains[^1]} of {comparison.ChainGains[^1]}");
        Assert.InRange(comparison.WorstFloat, 0, 4);
    }

    private static bool IsDust(EclpSwapVector swap) => swap.Result is { } result && !swap.Amount.IsZero && (swap.Amount < 1_000_000_000_000UL || result < 1_000_000_000_000UL);

    private static EclpVectorSet Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("fixtures", "vectors", "eclp.json"));
        return EclpVectors.Read(stream).First(set => set is { IsValid: true, Kind: "real" });
    }
}
