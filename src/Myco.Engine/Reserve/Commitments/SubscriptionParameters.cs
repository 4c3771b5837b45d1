using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>The subscription channel: a monthly payment into the vaults, loyal payers mint more.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record SubscriptionParameters : IDeclared<SubscriptionParameters>
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

    static SubscriptionParameters IDeclared<SubscriptionParameters>.Accept(IFields fields, SubscriptionParameters? value)
    {
        value ??= new();
        value = value with
        {
            Channel = fields.Part("channel", value.Channel),
            Tiers = fields.Parts("tiers", value.Tiers, 0, int.MaxValue),
            GraceMonths = fields.Number("graceMonths", value.GraceMonths, new Interval(1, double.PositiveInfinity, HasMost: false)),
        };
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Tiers.Count; i++)
        {
            if (value.Tiers[i]?.Name is string name && !names.Add(name))
            {
                fields.Refuse($"is '{name}', as a tier before it; names must differ", "tiers", $"{i}", "name");
            }
        }

        return value;
    }
}
