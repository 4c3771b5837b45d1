namespace Myco.Engine.Reserve.Commitments;

/// <summary>The staking channel: tokens locked for a time earn a bonus that vests over the lock.</summary>
/// <remarks>bonus = amount·baseRate·3·√(min(T, 1 year)/1 year). Source: spec 02-reserve-system, section 7.</remarks>
public sealed record StakingParameters
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

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        !(BaseRate >= 0 && double.IsFinite(BaseRate)) ? $"staking.baseRate is {BaseRate:R}; it must be at least 0 and finite"
        : !(ShortestLock > 0 && ShortestLock <= LongestLock && double.IsFinite(LongestLock)) ? $"staking locks run from {ShortestLock:R} to {LongestLock:R} seconds; the shortest must be above 0 and not above the longest"
        : Channel.Problem("staking.channel");
}
