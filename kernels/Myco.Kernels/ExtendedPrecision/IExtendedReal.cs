using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>One real number of a known precision: <see cref="Binary64"/> (53 bits), <see cref="DoubleDouble"/> (about 106 bits) or
/// <see cref="QuadDouble"/> (about 212 bits); what a formula with branches needs beyond the arithmetic.</summary>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface IExtendedReal<TSelf> : IReal<TSelf>
    where TSelf : struct, IExtendedReal<TSelf>
{
    /// <summary>Zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>One.</summary>
    static abstract TSelf One { get; }

    /// <summary>The number of leading bits on which a product, a sum or a square root can be relied.</summary>
    static abstract int Precision { get; }

    /// <inheritdoc/>
    /// <remarks>Declared anew, as in <see cref="ILane{TSelf}"/>.</remarks>
    static abstract implicit operator TSelf(double value);

    /// <summary>The same value, exactly.</summary>
    static abstract TSelf FromDouble(double value);

    /// <summary>The value of a quad-double, rounded to this precision.</summary>
    static abstract TSelf FromQuadDouble(QuadDouble value);

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
