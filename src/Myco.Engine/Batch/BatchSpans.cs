namespace Myco.Engine.Batch;

/// <summary>A batch's inputs and outputs, or one block of them; those that a batch does not use are empty.</summary>
internal ref struct BatchSpans
{
    public ReadOnlySpan<byte> Kinds;
    public ReadOnlySpan<int> AssetsIn;
    public ReadOnlySpan<int> AssetsOut;

    /// <summary><see cref="AmountsPerElement"/> for each element.</summary>
    public ReadOnlySpan<double> Amounts;

    /// <summary>1, but N for deposits.</summary>
    public int AmountsPerElement;

    public Span<double> Results;
    public Span<QuoteStatus> Statuses;

    public readonly int Count => Results.Length;

    public readonly BatchSpans Slice(int start, int count) => new()
    {
        Kinds = Kinds.IsEmpty ? Kinds : Kinds.Slice(start, count),
        AssetsIn = AssetsIn.IsEmpty ? AssetsIn : AssetsIn.Slice(start, count),
        AssetsOut = AssetsOut.IsEmpty ? AssetsOut : AssetsOut.Slice(start, count),
        Amounts = Amounts.Slice(start * AmountsPerElement, count * AmountsPerElement),
        AmountsPerElement = AmountsPerElement,
        Results = Results.Slice(start, count),
        Statuses = Statuses.Slice(start, count),
    };

    /// <summary>Lengths, threads and overlap, in this order; the results may be the amounts themselves where there is one each.</summary>
    public readonly void Check(int threads)
    {
        CheckLength(Amounts.Length, (long)Count * AmountsPerElement, nameof(Amounts));
        CheckLength(Statuses.Length, Count, nameof(Statuses));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (Results.Overlaps(Amounts, out int offset) && (offset != 0 || AmountsPerElement != 1))
        {
            ThrowOverlap();
        }
    }

    public static void CheckLength(int length, long wanted, string name)
    {
        if (length != wanted)
        {
            ThrowLength(length, wanted, name);
        }
    }

    private static void ThrowOverlap() =>
        throw new ArgumentException("The results overlap the amounts in part; give the same span or another one.");

    private static void ThrowLength(int length, long wanted, string name) => throw new ArgumentException(
        $"{name} has {length} elements instead of {wanted}; cut all spans to the length of the results.", name);
}
