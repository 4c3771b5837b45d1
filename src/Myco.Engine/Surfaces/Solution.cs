namespace Myco.Engine.Surfaces;

/// <summary>What a formula found in one precision: the amount, the verdict, and whether rounding can have touched either.</summary>
/// <param name="Quote">The amount and its status.</param>
/// <param name="IsReliable">False when cancellation may have cost the amount its last bits or tipped the verdict.</param>
internal readonly record struct Solution(Quote Quote, bool IsReliable)
{
    public static Solution Refuse(QuoteStatus status, bool isReliable) => new(Quote.Refuse(status), isReliable);
}
