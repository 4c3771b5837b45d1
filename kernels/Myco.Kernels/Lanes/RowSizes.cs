namespace Myco.Kernels.Lanes;

/// <summary>A table's size in the form in which <see cref="ITableLane{TSelf}"/> finds rows fastest.</summary>
public static class RowSizes
{
    /// <summary>The integers that <see cref="Fill"/> writes.</summary>
    public const int Length = 16;

    /// <summary>The greatest n: n² must fit the signed 16 bits of a pairwise multiply-add.</summary>
    public const int Greatest = 181;

    /// <summary>Writes n − 1 eight times, then n + 2^16·n² eight times: a memory operand costs a lane nothing, a broadcast in
    /// the loop would take the port of the transposition.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not in 1…<see cref="Greatest"/>.</exception>
    public static void Fill(int n, Span<int> sizes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, Greatest);
        sizes[..8].Fill(n - 1);
        sizes[8..Length].Fill(n + (n * n << 16));
    }
}
