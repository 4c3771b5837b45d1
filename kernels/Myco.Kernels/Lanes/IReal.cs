namespace Myco.Kernels.Lanes;

/// <summary>A real number, or a pack of them: what a formula needs to be written once for a double (<see cref="Lane1"/>), for packs
/// (<see cref="Lane2"/>, <see cref="Lane4"/>, <see cref="Lane8"/>) and for double-doubles and quad-doubles.</summary>
/// <remarks>
/// <para>Binary64 operations are IEEE 754 per element, so one formula gives the same bits on every width, provided that a fused
/// multiply-add is asked for by name and never left to a compiler. NaN payloads are not promised.</para>
/// <para>A comparison yields a mask: every bit of an element is set where it holds, and none where it does not. Masks are combined
/// with <c>&amp;</c> and <c>|</c> and consumed by <see cref="Select"/>, <see cref="All"/> and <see cref="Any"/>; a number <c>&amp;</c> a mask
/// is the number where the mask is set and +0 elsewhere. So a formula has no branches, and every element takes its own.</para>
/// </remarks>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface IReal<TSelf>
    where TSelf : struct, IReal<TSelf>
{
    /// <summary>The number, exactly, in every element.</summary>
    static abstract implicit operator TSelf(double value);

    /// <summary>x + y.</summary>
    static abstract TSelf operator +(TSelf x, TSelf y);

    /// <summary>x − y.</summary>
    static abstract TSelf operator -(TSelf x, TSelf y);

    /// <summary>x · y, rounded before anything is added to it.</summary>
    static abstract TSelf operator *(TSelf x, TSelf y);

    /// <summary>x / y.</summary>
    static abstract TSelf operator /(TSelf x, TSelf y);

    /// <summary>−x.</summary>
    static abstract TSelf operator -(TSelf x);

    /// <summary>x·y + z, with one rounding in binary64; the product and the sum of the extended numbers.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>√x; NaN below zero.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The lesser of x and y; NaN when either is NaN; in binary64 −0 is less than +0.</summary>
    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The greater of x and y; NaN when either is NaN; in binary64 +0 is greater than −0.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The mask of x &lt; y; false where either is NaN.</summary>
    static abstract TSelf LessThan(TSelf x, TSelf y);

    /// <summary>The mask of x ≤ y; false where either is NaN.</summary>
    static abstract TSelf LessThanOrEqual(TSelf x, TSelf y);

    /// <summary>The bitwise and of two masks, or of a number and a mask.</summary>
    static abstract TSelf operator &(TSelf x, TSelf y);

    /// <summary>The bitwise or of two masks, or of a number and a mask.</summary>
    static abstract TSelf operator |(TSelf x, TSelf y);

    /// <summary><paramref name="whenTrue"/> where the mask is set, <paramref name="whenFalse"/> elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>Whether the mask is set in every element.</summary>
    static abstract bool All(TSelf mask);

    /// <summary>Whether the mask is set in any element.</summary>
    static abstract bool Any(TSelf mask);
}
