namespace Myco.Engine.Tests;

/// <summary>A Quote has its amount or its QuoteStatus, never half of either; SwapKind and QuoteStatus keep the numbers that files and spans know them by.</summary>
public class QuoteTests
{
    [Fact]
    public void A_refused_quote_has_no_amount_and_a_good_one_is_good()
    {
        Assert.True(new Quote(5, QuoteStatus.Ok).IsOk);
        foreach (QuoteStatus status in Enum.GetValues<QuoteStatus>().Where(status => status != QuoteStatus.Ok))
        {
            Quote refused = Quote.Refuse(status);
            Assert.False(refused.IsOk);
            Assert.Equal((double.NaN, status), (refused.Amount, refused.Status));
        }
    }

    [Fact]
    public void Kinds_are_one_byte_each_in_the_order_of_a_states_rows()
    {
        Assert.Equal([SwapKind.ExactIn, SwapKind.ExactOut], Enum.GetValues<SwapKind>());
        Assert.Equal((0, 1), ((int)SwapKind.ExactIn, (int)SwapKind.ExactOut));
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(SwapKind)));
    }

    [Fact]
    public void Statuses_are_one_byte_each_in_the_order_in_which_they_are_given()
    {
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(QuoteStatus)));
        Assert.Equal(
            ["Ok", "BadAsset", "SameAsset", "NotFinite", "Negative", "Zero", "Infeasible", "OutsidePriceBounds", "LimitExceeded"],
            Enum.GetNames<QuoteStatus>());
        Assert.Equal(Enumerable.Range(0, Enum.GetNames<QuoteStatus>().Length), Enum.GetValues<QuoteStatus>().Select(status => (int)status));
    }
}
