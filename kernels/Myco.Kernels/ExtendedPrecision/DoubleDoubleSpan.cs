namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A vector of double-doubles as two spans, the layout that packs can load.</summary>
/// <param name="high">The high halves.</param>
/// <param name="low">The low halves, at least as many; what is beyond is left out.</param>
/// <exception cref="ArgumentOutOfRangeException">There are fewer low halves than high ones.</exception>
public readonly ref struct DoubleDoubleSpan(Span<double> high, Span<double> low)
{
    /// <summary>The high halves.</summary>
    public Span<double> High { get; } = high;

    /// <summary>The low halves.</summary>
    public Span<double> Low { get; } = low[..high.Length];

    /// <summary>The same vector, for reading.</summary>
    public static implicit operator ReadOnlyDoubleDoubleSpan(DoubleDoubleSpan vector) => new(vector.High, vector.Low);
}
