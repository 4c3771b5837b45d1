using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>The staking channel: tokens locked for a time earn a bonus that vests over the lock.</summary>
/// <remarks>bonus = amount·baseRate·3·√(min(T, 1 year)/1 year). Source: spec 02-reserve-system, section 7.</remarks>
public sealed record StakingParameters : IDeclared<StakingParameters>
{
    /// <summary>The seconds of a year: 365.25 days.</summary>
    public const double Year = 31_557_600;

    /// <summary>The channel's limits; its units are tokens locked.</summary>
    public ChannelParameters Channel { get; init; } = new();

    /// <summary>The bonus per token at a multiplier of 1, at least 0.</summary>
    public double BaseRate { get; init; } = 0.02;

    /// <summary>The shortest lock in seconds, above 0.</summary>
    public double ShortestLock { get; init; } = 86_400;

    /// <summary>The longest lock in seconds.</summary>
    public double LongestLock { get; init; } = 4 * Year;

    /// <summary>3·√(min(T, 1 year)/1 year).</summary>
    public static double Multiplier(double duration) => 3 * Math.Sqrt(Math.Min(duration, Year) / Year);

    /// <summary>The bonus per token locked for that time.</summary>
    public double BonusPerToken(double duration) => BaseRate * Multiplier(duration);

    static StakingParameters IDeclared<StakingParameters>.Accept(IFields fields, StakingParameters? value)
    {
        value ??= new();
        value = value with
        {
            Channel = fields.Part("channel", value.Channel),
            BaseRate = fields.Number("baseRate", value.BaseRate, Interval.NotNegative),
            ShortestLock = fields.Number("shortestLock", value.ShortestLock, Interval.Positive),
            LongestLock = fields.Number("longestLock", value.LongestLock, Interval.Positive),
        };
        if (value.ShortestLock > value.LongestLock)
        {
            fields.Refuse($"is {value.ShortestLock:R} seconds; it must not be above longestLock, {value.LongestLock:R}", "shortestLock");
        }

        return value;
    }
}
