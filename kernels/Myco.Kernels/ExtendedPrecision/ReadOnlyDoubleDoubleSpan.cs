namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A vector of double-doubles as two spans, for reading.</summary>
/// <param name="high">The high halves.</param>
/// <param name="low">The low halves, at least as many; what is beyond is left out.</param>
/// <exception cref="ArgumentOutOfRangeException">There are fewer low halves than high ones.</exception>
public readonly ref struct ReadOnlyDoubleDoubleSpan(ReadOnlySpan<double> high, ReadOnlySpan<double> low)
{
    /// <summary>The high halves.</summary>
    public ReadOnlySpan<double> High { get; } = high;

    /// <summary>The low halves.</summary>
    public ReadOnlySpan<double> Low { get; } = low[..high.Length];

    /// <summary>The number of elements.</summary>
    public int Length => High.Length;

    /// <summary>One element.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is not that of an element, as with any span.</exception>
    public DoubleDouble this[int index] => new(High[index], Low[index]);
}
