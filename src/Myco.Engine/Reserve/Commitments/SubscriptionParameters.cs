namespace Myco.Engine.Reserve.Commitments;

/// <summary>The subscription channel: a monthly payment into the vaults, loyal payers mint more.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record SubscriptionParameters
{
    /// <summary>The seconds of a month: 365.25/12 days.</summary>
    public const double Month = 2_629_800;

    /// <summary>The channel's limits; its units are payments in value. The cooldown keeps a month's payment to one a month (28 days), so that loyalty takes its time.</summary>
    public ChannelParameters Channel { get; init; } = new() { Cooldown = 28 * 86_400 };

    /// <summary>The tiers, cheapest first by custom: Supporter 10, Sustainer 50, Patron 200 a month.</summary>
    public IReadOnlyList<SubscriptionTier> Tiers { get; init; } = [new("Supporter", 10, 1), new("Sustainer", 50, 1), new("Patron", 200, 1)];

    /// <summary>How late a payment may be, in months after the last, and still count as in a row.</summary>
    public double GraceMonths { get; init; } = 1.5;

    /// <summary>The loyalty multiplier 1 + min(months, 12)/12.</summary>
    public static double Loyalty(int monthsPaid) => 1 + (Math.Min(monthsPaid, 12) / 12.0);

    /// <summary>The months in a row before a payment at that time.</summary>
    public int MonthsInRow(in ContributorAccount account, double time) =>
        time - account.LastTime <= GraceMonths * Month ? account.MonthsPaid : 0;

    /// <summary>The months in a row after a payment; one that the limits have clipped is no month.</summary>
    internal static int MonthsAfter(int months, bool isWhole) => isWhole && months < int.MaxValue ? months + 1 : months;

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SubscriptionTier? tier in Tiers)
        {
            if (tier is null || tier.Name.Length is 0 or > 64 || !names.Add(tier.Name))
            {
                return $"a subscription tier is named '{tier?.Name}'; names have 1 to 64 characters, and differ";
            }

            if (!(tier.PaymentPerMonth > 0 && double.IsFinite(tier.PaymentPerMonth) && tier.TokensPerValue >= 0 && double.IsFinite(tier.TokensPerValue)))
            {
                return $"subscription tier '{tier.Name}' pays {tier.PaymentPerMonth:R} and mints {tier.TokensPerValue:R} a unit; the payment must be above 0, the rate at least 0, both finite";
            }
        }

        return !(GraceMonths >= 1 && double.IsFinite(GraceMonths)) ? $"subscription.graceMonths is {GraceMonths:R}; it must be at least 1 and finite" : Channel.Problem("subscription.channel");
    }
}
