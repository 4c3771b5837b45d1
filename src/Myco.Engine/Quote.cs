namespace Myco.Engine;

/// <summary>An amount with its status; the amount is NaN unless the status is <see cref="QuoteStatus.Ok"/>.</summary>
/// <param name="Amount">The amount asked for.</param>
/// <param name="Status">Whether there is one, or why there is none.</param>
public readonly record struct Quote(double Amount, QuoteStatus Status)
{
    /// <summary>Whether the amount is good.</summary>
    public bool IsOk => Status == QuoteStatus.Ok;

    /// <summary>A quote without an amount, for the reason given.</summary>
    public static Quote Refuse(QuoteStatus status) => new(double.NaN, status);
}
