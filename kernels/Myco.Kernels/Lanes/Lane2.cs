using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Lanes;

/// <summary>Two binary64 numbers in a 128-bit register.</summary>
public struct Lane2 : ITableLane<Lane2>
{
    private Vector128<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane2(Vector128<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Load(ref readonly double origin, nuint offset) => new(Vector128.LoadUnsafe(in origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane2 value, ref double origin, nuint offset) => value._value.StoreUnsafe(ref origin, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 LoadPart(ref readonly double origin, nuint offset, int count) => count switch
    {
        0 => default,
        1 => new(Vector128.CreateScalar(Unsafe.Add(ref Unsafe.AsRef(in origin), offset))),
        _ => Load(in origin, offset),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Lane2 value, ref double origin, nuint offset, int count)
    {
        if (count == 1)
        {
            Unsafe.Add(ref origin, offset) = value._value.ToScalar();
        }
        else if (count != 0)
        {
            Store(value, ref origin, offset);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane2(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<Lane2> columns)
    {
        nuint first = (nuint)rowOrigins;
        nuint second = (nuint)Unsafe.Add(ref Unsafe.AsRef(in rowOrigins), 1);
        (columns.C0, columns.C1) = Transpose(Load(in rows, first), Load(in rows, second));
        (columns.C2, columns.C3) = Transpose(Load(in rows, first + 2), Load(in rows, second + 2));
        (columns.C4, columns.C5) = Transpose(Load(in rows, first + 4), Load(in rows, second + 4));
        (columns.C6, columns.C7) = Transpose(Load(in rows, first + 6), Load(in rows, second + 6));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        // Two 32-bit integers do not fill a register: the scalar form is as fast.
        Lane1.RowOrigins(in kind, in first, in second, in sizes, ref rowOrigins);
        Lane1.RowOrigins(in Next(in kind), in Next(in first), in Next(in second), in sizes, ref Unsafe.Add(ref rowOrigins, 1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        Lane1.RowOrigins(in first, in second, in sizes, ref rowOrigins);
        Lane1.RowOrigins(in Next(in first), in Next(in second), in sizes, ref Unsafe.Add(ref rowOrigins, 1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 LoadMask(ref readonly byte origin, nuint offset)
    {
        ref byte flag = ref Unsafe.Add(ref Unsafe.AsRef(in origin), offset);
        return new(Vector128.Create(flag != 0 ? -1L : 0L, Next(in flag) != 0 ? -1L : 0L).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator +(Lane2 x, Lane2 y) => new(x._value + y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator -(Lane2 x, Lane2 y) => new(x._value - y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator *(Lane2 x, Lane2 y) => new(x._value * y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator /(Lane2 x, Lane2 y) => new(x._value / y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator -(Lane2 x) => new(-x._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator &(Lane2 x, Lane2 y) => new(x._value & y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator |(Lane2 x, Lane2 y) => new(x._value | y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 FromBits(ulong bits) => new(Vector128.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 AddBits(Lane2 x, Lane2 y) => new((x._value.AsUInt64() + y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 SubtractBits(Lane2 x, Lane2 y) => new((x._value.AsUInt64() - y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 ShiftLeft(Lane2 x, int count) => new((x._value.AsUInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 ShiftRight(Lane2 x, int count) => new((x._value.AsUInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator ^(Lane2 x, Lane2 y) => new(x._value ^ y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 MultiplyAdd(Lane2 x, Lane2 y, Lane2 z) => new(Vector128.FusedMultiplyAdd(x._value, y._value, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 MultiplySubtract(Lane2 x, Lane2 y, Lane2 z) => new(
        Fma.IsSupported ? Fma.MultiplySubtract(x._value, y._value, z._value) : Vector128.FusedMultiplyAdd(x._value, y._value, -z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane2 sum, Lane2 x, Lane2 y) =>
        sum._value = Vector128.FusedMultiplyAdd(x._value, y._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane2 sum, Lane2 x, ref readonly double origin, nuint offset) =>
        sum._value = Vector128.FusedMultiplyAdd(x._value, Vector128.LoadUnsafe(in origin, offset), sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Sqrt(Lane2 x) => new(Vector128.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Abs(Lane2 x) => new(Vector128.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Min(Lane2 x, Lane2 y) => new(Vector128.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Max(Lane2 x, Lane2 y) => new(Vector128.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 LessThan(Lane2 x, Lane2 y) => new(Vector128.LessThan(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 LessThanOrEqual(Lane2 x, Lane2 y) => new(Vector128.LessThanOrEqual(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Select(Lane2 mask, Lane2 whenTrue, Lane2 whenFalse) => new(Vector128.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lane2 mask) => Vector128.EqualsAll(mask._value.AsInt64(), Vector128<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane2 mask) => mask._value.AsInt64() != Vector128<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThan(Lane2 x, Lane2 y) => Vector128.LessThanAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThanOrEqual(Lane2 x, Lane2 y) => Vector128.LessThanOrEqualAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lane2 mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly T Next<T>(ref readonly T origin) => ref Unsafe.Add(ref Unsafe.AsRef(in origin), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Lane2 Even, Lane2 Odd) Transpose(Lane2 first, Lane2 second)
    {
        Vector128<double> x = first._value, y = second._value;
        return Sse2.IsSupported
            ? (new(Sse2.UnpackLow(x, y)), new(Sse2.UnpackHigh(x, y)))
            : (new(Vector128.Create(x.GetElement(0), y.GetElement(0))), new(Vector128.Create(x.GetElement(1), y.GetElement(1))));
    }
}
