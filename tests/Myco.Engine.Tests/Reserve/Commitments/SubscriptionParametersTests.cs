using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Tests.Reserve.Commitments;

/// <summary>SubscriptionParameters: loyalty, grace, and each SubscriptionTier.</summary>
public class SubscriptionParametersTests
{
    private static readonly SubscriptionParameters Usual = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 1.5)]
    [InlineData(12, 2)]
    [InlineData(400, 2)]
    public void Loyalty_doubles_within_a_year(int months, double loyalty) => Assert.Equal(loyalty, SubscriptionParameters.Loyalty(months));

    [Fact]
    public void A_payment_too_late_begins_anew()
    {
        ContributorAccount account = new(0, default, -1, 7);
        Assert.Equal(7, Usual.MonthsInRow(account, 1.5 * SubscriptionParameters.Month));
        Assert.Equal(0, Usual.MonthsInRow(account, 1.6 * SubscriptionParameters.Month));
        Assert.Equal(0, Usual.MonthsInRow(ContributorAccount.New, 0));
    }

    [Fact]
    public void The_tiers_are_ten_fifty_and_two_hundred_a_month() =>
        Assert.Equal([("Supporter", 10), ("Sustainer", 50), ("Patron", 200)], Usual.Tiers.Select(tier => (tier.Name, (int)tier.PaymentPerMonth)));
}
