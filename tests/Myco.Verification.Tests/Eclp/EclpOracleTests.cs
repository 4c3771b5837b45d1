using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using Myco.Verification.Eclp;

namespace Myco.Verification.Tests.Eclp;

/// <summary>EclpOracle on the sets that EclpVectors reads (each EclpVectorSet with every EclpSwapVector): the contract never pays too much; an EclpSurfaceQuote is exact to a few ulp.</summary>
public sealed class EclpOracleTests
{
    private static readonly IReadOnlyList<EclpVectorSet> Sets = Read();

    [Fact]
    public void Real_pools_gain_by_every_swap_that_they_answer_and_by_little()
    {
        int answered = 0;
        foreach (EclpVectorSet set in Sets.Where(set => set is { IsValid: true, Kind: "real" }))
        {
            EclpOracle oracle = new(set.Curve);
            foreach (EclpSwapVector swap in set.Swaps.Where(swap => swap.Result is not null && !swap.Amount.IsZero))
            {
                double gain = oracle.Gain(swap, swap.Result!.Value);
                answered++;
                Assert.True(gain >= 0, $"{set.Id}: {swap.Kind} of {swap.Amount} loses {-gain} units");
                Assert.True(oracle.Gain(swap, Worse(swap)) < gain, $"{set.Id}: {swap.Amount}");
            }
        }

        Assert.True(answered > 50, $"{answered} swaps");
    }

    [Fact]
    public void The_binary64_quote_is_within_four_ulp_of_the_exact_amount()
    {
        foreach (EclpVectorSet set in Sets.Where(set => set is { IsValid: true, Kind: "real" }))
        {
            EllipsoidSurface surface = EclpSurfaceQuote.Surface(set.Curve);
            foreach (EclpSwapVector swap in set.Swaps.Where(swap => swap.Result is not null && !swap.Amount.IsZero))
            {
                EclpSurfaceQuote quote = EclpSurfaceQuote.Of(surface, swap);
                Assert.True(quote.Quote.IsOk, $"{set.Id}: {swap.Amount}: {quote.Quote.Status}");
                Assert.InRange(quote.UlpError(swap), 0, 4);
            }
        }
    }

    [Fact]
    public void The_file_holds_real_sets_and_refused_swaps()
    {
        Assert.Contains(Sets, set => set.Kind == "real");
        Assert.Contains(Sets.SelectMany(set => set.Swaps), swap => swap.Result is null);
        Assert.Contains(Sets.SelectMany(set => set.Swaps), swap => swap.Kind == SwapKind.ExactOut && swap.AssetOut == 0);
    }

    /// <summary>A unit more paid, or one less asked.</summary>
    private static UInt256 Worse(EclpSwapVector swap) => swap.Kind == SwapKind.ExactIn
        ? UInt256.WrappingAdd(swap.Result!.Value, UInt256.One)
        : UInt256.WrappingSubtract(swap.Result!.Value, UInt256.One);

    private static IReadOnlyList<EclpVectorSet> Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("fixtures", "vectors", "eclp.json"));
        return EclpVectors.Read(stream);
    }
}
