using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.TestSupport;
using Myco.Verification.Eclp;

namespace Myco.Verification.Tests.Eclp;

/// <summary>EclpVectors with its EclpVectorSet, EclpSwapVector and EclpFields.</summary>
public sealed class EclpVectorsTests
{
    private static readonly IReadOnlyList<EclpVectorSet> Sets = Read();

    [Fact]
    public void Every_set_and_every_swap_is_read()
    {
        Assert.Equal((10, 628), (Sets.Count(set => set.Kind == "real"), Sets.Sum(set => set.Swaps.Count(swap => swap.Result is not null))));
        Assert.All(Sets.SelectMany(set => set.Swaps), swap => Assert.Equal((2, 1), (swap.Balances.Length, swap.AssetIn + swap.AssetOut)));
    }

    [Fact]
    public void What_the_file_calls_valid_is_accepted_and_most_of_the_rest_is_not()
    {
        ILookup<bool, Revert> reverts = Sets.ToLookup(set => set.IsValid, set => EclpParameters.TryCreate(set.Curve, set.Derived, out _));
        Assert.Equal(37, reverts[true].Count(revert => revert == Revert.None));
        Assert.Equal((37, 26, 19), (reverts[true].Count(), reverts[false].Count(), reverts[false].Count(revert => revert != Revert.None)));
    }

    private static IReadOnlyList<EclpVectorSet> Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("fixtures", "vectors", "eclp.json"));
        return EclpVectors.Read(stream);
    }
}
