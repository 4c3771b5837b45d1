using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>Tokens locked, and their bonus; a value.</summary>
/// <param name="Id">The stake's number.</param>
/// <param name="Contributor">Whose it is.</param>
/// <param name="Amount">The tokens locked.</param>
/// <param name="Bonus">The whole bonus.</param>
/// <param name="Start">When the lock began.</param>
/// <param name="Duration">The lock's seconds.</param>
/// <param name="Minted">The part of the bonus minted so far.</param>
public readonly record struct Stake(long Id, string Contributor, double Amount, double Bonus, double Start, double Duration, double Minted) : IDeclared<Stake>
{
    /// <summary>What minting a bonus part by part may be off by, relative.</summary>
    private const double Rounding = 1e-12;

    static Stake IDeclared<Stake>.Accept(IFields fields, Stake value)
    {
        Stake stake = new(
            fields.Whole("id", value.Id, 0, long.MaxValue),
            fields.Text("contributor", value.Contributor, TextRule.Name),
            fields.Number("amount", value.Amount, Interval.NotNegative),
            fields.Number("bonus", value.Bonus, Interval.NotNegative),
            fields.Number("start", value.Start, Interval.UpTo(fields.Present)),
            fields.Number("duration", value.Duration, Interval.Positive),
            fields.Number("minted", value.Minted, Interval.NotNegative));
        if (stake.Minted > stake.Bonus * (1 + Rounding))
        {
            fields.Refuse($"is {stake.Minted:R}; it must not be above the bonus, {stake.Bonus:R}", "minted");
        }

        return stake;
    }

    /// <summary>The bonus vested at that time, linear over the lock.</summary>
    public double VestedAt(double time) => Bonus * Math.Clamp((time - Start) / Duration, 0, 1);

    /// <summary>What is vested and not yet minted.</summary>
    public double DueAt(double time) => Math.Max(0, VestedAt(time) - Minted);

    /// <summary>Whether the lock is over.</summary>
    public bool IsOver(double time) => time - Start >= Duration;
}
