namespace Myco.Kernels.Lanes;

/// <summary>A pack of <see cref="Count"/> binary64 numbers: what loops need beyond the arithmetic of their formulas.</summary>
/// <remarks>Memory is reached by a reference and an element offset. Nothing is checked: the loop that calls has checked.</remarks>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface ILane<TSelf> : IReal<TSelf>, IBitPattern<TSelf>
    where TSelf : struct, ILane<TSelf>
{
    /// <summary>The number of elements in a pack: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }

    /// <inheritdoc/>
    /// <remarks>Declared anew: the language sees only those implicit conversions that a constraint's own interface declares.</remarks>
    static abstract implicit operator TSelf(double value);

    /// <summary>Loads <see cref="Count"/> elements from <paramref name="origin"/>[<paramref name="offset"/>…]. No alignment is needed.</summary>
    static abstract TSelf Load(ref readonly double origin, nuint offset);

    /// <summary>Stores <see cref="Count"/> elements to <paramref name="origin"/>[<paramref name="offset"/>…]. No alignment is needed.</summary>
    static abstract void Store(TSelf value, ref double origin, nuint offset);

    /// <summary>Loads the first <paramref name="count"/> elements, 0 to <see cref="Count"/>, and zeros after them;
    /// memory beyond them is not touched. The tail of a loop, without scalar code.</summary>
    static abstract TSelf LoadPart(ref readonly double origin, nuint offset, int count);

    /// <summary>Stores the first <paramref name="count"/> elements, 0 to <see cref="Count"/>; memory beyond them is not touched.</summary>
    static abstract void StorePart(TSelf value, ref double origin, nuint offset, int count);

    /// <summary>The mask of the bytes <paramref name="origin"/>[<paramref name="offset"/>…] that are not zero.</summary>
    static abstract TSelf LoadMask(ref readonly byte origin, nuint offset);

    /// <summary>x·y − z with one rounding; for z = x·y rounded, the error of that product, exactly.</summary>
    static abstract TSelf MultiplySubtract(TSelf x, TSelf y, TSelf z);

    /// <summary>sum ← x·y + sum with one rounding, in the accumulator's own register: what <see cref="IReal{TSelf}.MultiplyAdd"/> assigned
    /// to its own addend also means, without the register move that the compiler adds to each.</summary>
    static abstract void AddProduct(ref TSelf sum, TSelf x, TSelf y);

    /// <summary>sum ← x·y + sum with one rounding, where y is loaded as by <see cref="Load"/> within the same instruction.</summary>
    static abstract void AddProduct(ref TSelf sum, TSelf x, ref readonly double origin, nuint offset);

    /// <summary>Whether x &lt; y in every element; not where either is NaN.</summary>
    static abstract bool AllLessThan(TSelf x, TSelf y);

    /// <summary>Whether x ≤ y in every element; not where either is NaN.</summary>
    static abstract bool AllLessThanOrEqual(TSelf x, TSelf y);

    /// <summary>The sign bits as an integer, that of element e in bit e: a mask's elements, or which numbers are negative.</summary>
    static abstract uint Bits(TSelf mask);
}
