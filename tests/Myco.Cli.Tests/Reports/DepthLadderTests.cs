using Myco.Cli.Reports;
using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Tests.Reports;

/// <summary>DepthLadder: each DepthRung is a trade of its own on the same state, the last at the limit.</summary>
public sealed class DepthLadderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_rung_is_the_states_own_quote_and_prices_rise_up_to_the_limit(bool even)
    {
        using Folder folder = new();
        PoolFile pool = PoolFile.Read(File.OpenRead(folder.PoolPath));
        EllipsoidState state = pool.ToState();
        DepthLadder ladder = DepthLadder.Compute(pool, state, 0, 2, 20, even);
        Assert.Equal(("USDC", "DAI", 0.003), (ladder.NameIn, ladder.NameOut, ladder.Fee));
        Assert.Equal(state.SpotPrice(0, 2), ladder.SpotPrice);
        Assert.Equal(20, ladder.Rungs.Count);
        double largest = state.LargestAmount(SwapKind.ExactIn, 0, 2), last = 0;
        foreach (DepthRung rung in ladder.Rungs)
        {
            Assert.Equal(state.SwapExactIn(0, 2, rung.AmountIn, 0.003).Amount, rung.AmountOut, 1e-12 * rung.AmountOut);
            Assert.Equal(rung.AmountIn / rung.AmountOut, rung.AveragePrice);
            Assert.True(rung.AveragePrice > last && rung.PriceAfter >= ladder.SpotPrice, $"{rung}");
            last = rung.AveragePrice;
        }

        Assert.Equal(largest, ladder.Rungs[^1].AmountIn * 0.997, 1e-12 * largest);
        Assert.Equal(largest * 1e-6, ladder.Rungs[0].AmountIn * 0.997, 1e-12 * largest);
    }
}
