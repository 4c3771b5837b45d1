using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.TestSupport;
using Myco.Verification.Eclp;

namespace Myco.Verification.Tests.Eclp;

/// <summary>EclpVectors with EclpVectorSet, EclpSwapVector and EclpFields; EclpSurfaceQuote and EclpOracle on what they read.</summary>
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

    [Fact]
    public void Quotes_of_real_pools_are_within_four_ulp_and_the_chain_keeps_what_the_oracle_says()
    {
        int quoted = 0;
        foreach (EclpVectorSet set in Sets.Where(set => set.Kind == "real"))
        {
            EclpOracle oracle = new(set.Curve);
            foreach (EclpSwapVector swap in set.Swaps.Where(swap => swap.Result is not null && !swap.Amount.IsZero))
            {
                EclpSurfaceQuote quote = EclpSurfaceQuote.Of(EclpSurfaceQuote.Surface(set.Curve), swap);
                Assert.True(quote.UlpError(swap) <= 4, $"{set.Id}: {quote.UlpError(swap)} ulp");
                double kept = oracle.Gain(swap, swap.Result!.Value), less = quote.Quote.Amount - swap.Result.Value.ToDouble();
                double rounding = 10 * EclpSurfaceQuote.Rounding * quote.Quote.Amount;
                Assert.True(kept > 0, $"{set.Id}: the chain loses {kept} units");
                Assert.InRange(swap.Kind == SwapKind.ExactIn ? less : -less, kept - rounding, kept + rounding);
                quoted++;
            }
        }

        Assert.True(quoted > 100, $"{quoted} quotes");
    }

    private static IReadOnlyList<EclpVectorSet> Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("fixtures", "vectors", "eclp.json"));
        return EclpVectors.Read(stream);
    }
}
