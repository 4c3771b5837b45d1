namespace Myco.Kernels.Lanes;

/// <summary>One real number of a known precision: a double (<see cref="Lane1"/>), a double-double (about 106 bits) or a quad-double (about 212 bits);
/// what a formula with branches needs beyond the arithmetic.</summary>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface IExtendedReal<TSelf> : IReal<TSelf>
    where TSelf : struct, IExtendedReal<TSelf>
{
    /// <inheritdoc/>
    /// <remarks>Declared anew, as in <see cref="ILane{TSelf}"/>.</remarks>
    static abstract implicit operator TSelf(double value);

    /// <summary>The number of leading bits on which a product, a sum or a square root can be relied.</summary>
    static abstract int Precision { get; }

    /// <summary>The sum of four numbers of which each is the rest of those before it rounded, as those of a quad-double, rounded to this precision.</summary>
    static abstract TSelf FromParts(double x0, double x1, double x2, double x3);

    /// <summary>The nearest binary64 number.</summary>
    static abstract double ToDouble(TSelf value);

    /// <summary>x · y for a binary64 y: cheaper than converting it.</summary>
    static abstract TSelf operator *(TSelf x, double y);

    /// <summary>x · y + z for a binary64 y; with one rounding in binary64.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, double y, TSelf z);

    /// <summary>x &lt; y.</summary>
    static abstract bool operator <(TSelf x, TSelf y);

    /// <summary>x &gt; y.</summary>
    static abstract bool operator >(TSelf x, TSelf y);
}
