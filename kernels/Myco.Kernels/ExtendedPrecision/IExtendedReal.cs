namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A real number: what a formula needs to be written once for <see cref="Binary64"/> (53 bits),
/// <see cref="DoubleDouble"/> (about 106 bits) and <see cref="QuadDouble"/> (about 212 bits).</summary>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface IExtendedReal<TSelf>
    where TSelf : struct, IExtendedReal<TSelf>
{
    /// <summary>Zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>One.</summary>
    static abstract TSelf One { get; }

    /// <summary>The number of leading bits on which a product, a sum or a square root can be relied.</summary>
    static abstract int Precision { get; }

    /// <summary>The same value, exactly.</summary>
    static abstract TSelf FromDouble(double value);

    /// <summary>The value of a quad-double, rounded to this precision.</summary>
    static abstract TSelf FromQuadDouble(QuadDouble value);

    /// <summary>The nearest binary64 number.</summary>
    static abstract double ToDouble(TSelf value);

    /// <summary>x + y.</summary>
    static abstract TSelf operator +(TSelf x, TSelf y);

    /// <summary>x − y.</summary>
    static abstract TSelf operator -(TSelf x, TSelf y);

    /// <summary>−x.</summary>
    static abstract TSelf operator -(TSelf x);

    /// <summary>x · y.</summary>
    static abstract TSelf operator *(TSelf x, TSelf y);

    /// <summary>x · y for a binary64 y: cheaper than converting it.</summary>
    static abstract TSelf operator *(TSelf x, double y);

    /// <summary>x · y + z for a binary64 y; with one rounding in binary64.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, double y, TSelf z);

    /// <summary>x / y.</summary>
    static abstract TSelf operator /(TSelf x, TSelf y);

    /// <summary>√x; NaN below zero.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>x &lt; y.</summary>
    static abstract bool operator <(TSelf x, TSelf y);

    /// <summary>x &gt; y.</summary>
    static abstract bool operator >(TSelf x, TSelf y);
}
