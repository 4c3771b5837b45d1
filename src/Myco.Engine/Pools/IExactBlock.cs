namespace Myco.Engine.Pools;

/// <summary>What an exact batch does with one block; safe to share between threads.</summary>
internal interface IExactBlock
{
    /// <summary>Fills the block's quotes.</summary>
    void Quote(ReadOnlySpan<int> stateIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes);
}
