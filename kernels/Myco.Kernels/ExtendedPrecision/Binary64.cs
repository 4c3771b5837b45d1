using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A binary64 number behind the interface of the extended ones, so that one formula serves all three precisions.</summary>
/// <param name="value">The number.</param>
public readonly struct Binary64(double value) : IExtendedReal<Binary64>
{
    private readonly double _value = value;

    /// <inheritdoc/>
    public static Binary64 Zero => default;

    /// <inheritdoc/>
    public static Binary64 One => new(1);

    /// <inheritdoc/>
    public static int Precision => 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 FromDouble(double value) => new(value);

    /// <inheritdoc/>
    public static Binary64 FromQuadDouble(QuadDouble value) => new(value.X0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(Binary64 value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator +(Binary64 x, Binary64 y) => new(x._value + y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator -(Binary64 x, Binary64 y) => new(x._value - y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator -(Binary64 x) => new(-x._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator *(Binary64 x, Binary64 y) => new(x._value * y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator *(Binary64 x, double y) => new(x._value * y);

    /// <inheritdoc/>
    public static Binary64 MultiplyAdd(Binary64 x, double y, Binary64 z) => new(Math.FusedMultiplyAdd(x._value, y, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 operator /(Binary64 x, Binary64 y) => new(x._value / y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 Sqrt(Binary64 x) => new(Math.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Binary64 Abs(Binary64 x) => new(Math.Abs(x._value));

    /// <summary>The same value, exactly.</summary>
    public static implicit operator Binary64(double value) => new(value);

    /// <inheritdoc/>
    public static Binary64 MultiplyAdd(Binary64 x, Binary64 y, Binary64 z) => new(Math.FusedMultiplyAdd(x._value, y._value, z._value));

    /// <inheritdoc/>
    public static Binary64 Min(Binary64 x, Binary64 y) => new(Math.Min(x._value, y._value));

    /// <inheritdoc/>
    public static Binary64 Max(Binary64 x, Binary64 y) => new(Math.Max(x._value, y._value));

    /// <inheritdoc/>
    public static Binary64 LessThan(Binary64 x, Binary64 y) => new(Lane1.LessThan(x._value, y._value).Value);

    /// <inheritdoc/>
    public static Binary64 LessThanOrEqual(Binary64 x, Binary64 y) => new(Lane1.LessThanOrEqual(x._value, y._value).Value);

    /// <inheritdoc/>
    public static Binary64 operator &(Binary64 x, Binary64 y) => new(((Lane1)x._value & y._value).Value);

    /// <inheritdoc/>
    public static Binary64 operator |(Binary64 x, Binary64 y) => new(((Lane1)x._value | y._value).Value);

    /// <inheritdoc/>
    public static Binary64 Select(Binary64 mask, Binary64 whenTrue, Binary64 whenFalse) => All(mask) ? whenTrue : whenFalse;

    /// <inheritdoc/>
    public static bool All(Binary64 mask) => Lane1.All(mask._value);

    /// <inheritdoc/>
    public static bool Any(Binary64 mask) => Lane1.Any(mask._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(Binary64 x, Binary64 y) => x._value < y._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(Binary64 x, Binary64 y) => x._value > y._value;
}
