namespace Myco.Kernels.Lanes;

/// <summary>
/// A pack of <see cref="Count"/> binary64 numbers on which every formula of the kernels is written once.
/// </summary>
/// <remarks>
/// <para>Every operation is IEEE 754 per element, so one formula gives the same bits on each of the four
/// implementations (<see cref="Lane1"/>, <see cref="Lane2"/>, <see cref="Lane4"/>, <see cref="Lane8"/>), provided that
/// fused multiply-add is asked for by name and never left to a compiler. NaN payloads are not promised.</para>
/// <para>A comparison yields a mask: a pack whose elements have all bits set where it holds and none where it does not.
/// Masks are combined with <c>&amp;</c> and <c>|</c> and consumed by <see cref="Select"/>, <see cref="All"/> and <see cref="Bits"/>;
/// a number <c>&amp;</c> a mask is the number where the mask is set and +0 elsewhere.</para>
/// <para>Memory is reached by a reference and an element offset. Nothing is checked: the loop that calls has checked.</para>
/// </remarks>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface ILane<TSelf>
    where TSelf : struct, ILane<TSelf>
{
    /// <summary>The number of elements in a pack: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }

    /// <summary>Loads <see cref="Count"/> elements from <paramref name="origin"/>[<paramref name="offset"/>…]. No alignment is needed.</summary>
    static abstract TSelf Load(ref readonly double origin, nuint offset);

    /// <summary>Stores <see cref="Count"/> elements to <paramref name="origin"/>[<paramref name="offset"/>…]. No alignment is needed.</summary>
    static abstract void Store(TSelf value, ref double origin, nuint offset);

    /// <summary>Loads the first <paramref name="count"/> elements, 0 to <see cref="Count"/>, and zeros after them;
    /// memory beyond them is not touched. The tail of a loop, without scalar code.</summary>
    static abstract TSelf LoadPart(ref readonly double origin, nuint offset, int count);

    /// <summary>Stores the first <paramref name="count"/> elements, 0 to <see cref="Count"/>; memory beyond them is not touched.</summary>
    static abstract void StorePart(TSelf value, ref double origin, nuint offset, int count);

    /// <summary>A pack with <paramref name="value"/> in every element.</summary>
    static abstract TSelf Broadcast(double value);

    /// <summary>Loads, for each element e, the eight numbers of the row <paramref name="rows"/>[<paramref name="rowOrigins"/>[e]…]
    /// and transposes them: column c holds number c of every element's row.</summary>
    static abstract void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<TSelf> columns);

    /// <summary>Writes, for each element e, where the row (kind·n + first)·n + second of a table of n×n rows per kind begins,
    /// in numbers, eight a row; 0 where first or second lies outside 0…n − 1 or the kind is neither 0 nor 1.
    /// <paramref name="sizes"/> is what <see cref="RowSizes.Fill"/> writes for n.</summary>
    static abstract void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins);

    /// <summary>The same for one kind, whose n×n rows are the table.</summary>
    static abstract void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins);

    /// <summary>The mask of the bytes <paramref name="origin"/>[<paramref name="offset"/>…] that are not zero.</summary>
    static abstract TSelf LoadMask(ref readonly byte origin, nuint offset);

    /// <summary>x + y.</summary>
    static abstract TSelf operator +(TSelf x, TSelf y);

    /// <summary>x − y.</summary>
    static abstract TSelf operator -(TSelf x, TSelf y);

    /// <summary>x · y, rounded before anything is added to it.</summary>
    static abstract TSelf operator *(TSelf x, TSelf y);

    /// <summary>x / y, correctly rounded.</summary>
    static abstract TSelf operator /(TSelf x, TSelf y);

    /// <summary>−x.</summary>
    static abstract TSelf operator -(TSelf x);

    /// <summary>The bitwise and of two packs, masks or numbers.</summary>
    static abstract TSelf operator &(TSelf x, TSelf y);

    /// <summary>The bitwise or of two packs, masks or numbers.</summary>
    static abstract TSelf operator |(TSelf x, TSelf y);

    /// <summary>x·y + z with one rounding.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>sum ← x·y + sum with one rounding, in the accumulator's own register: what <see cref="FusedMultiplyAdd"/> assigned
    /// to its own addend also means, without the register move that the compiler adds to each.</summary>
    static abstract void AddProduct(ref TSelf sum, TSelf x, TSelf y);

    /// <summary>sum ← x·y + sum with one rounding, where y is loaded as by <see cref="Load"/> within the same instruction.</summary>
    static abstract void AddProduct(ref TSelf sum, TSelf x, ref readonly double origin, nuint offset);

    /// <summary>√x, correctly rounded; NaN below zero.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The lesser of x and y; NaN when either is NaN; −0 is less than +0.</summary>
    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The greater of x and y; NaN when either is NaN; +0 is greater than −0.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The mask of x &lt; y; false where either is NaN.</summary>
    static abstract TSelf LessThan(TSelf x, TSelf y);

    /// <summary>The mask of x ≤ y; false where either is NaN.</summary>
    static abstract TSelf LessThanOrEqual(TSelf x, TSelf y);

    /// <summary><paramref name="whenTrue"/> where the mask is set, <paramref name="whenFalse"/> elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>Whether the mask is set in every element.</summary>
    static abstract bool All(TSelf mask);

    /// <summary>Whether x &lt; y in every element; not where either is NaN.</summary>
    static abstract bool AllLessThan(TSelf x, TSelf y);

    /// <summary>Whether x ≤ y in every element; not where either is NaN.</summary>
    static abstract bool AllLessThanOrEqual(TSelf x, TSelf y);

    /// <summary>The sign bits as an integer, that of element e in bit e: a mask's elements, or which numbers are negative.</summary>
    static abstract uint Bits(TSelf mask);
}
