using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Myco.Kernels.Lanes;

/// <summary>One binary64 number: the scalar width, which also serves the tails of the wider ones, and the least of the precisions.</summary>
public struct Lane1 : ITableLane<Lane1>, IExtendedReal<Lane1>
{
    private double _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane1(double value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <summary>The number itself.</summary>
    public readonly double Value => _value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Load(ref readonly double origin, nuint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in origin), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane1 value, ref double origin, nuint offset) => Unsafe.Add(ref origin, offset) = value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 LoadPart(ref readonly double origin, nuint offset, int count) => count == 0 ? default : Load(in origin, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Lane1 value, ref double origin, nuint offset, int count)
    {
        if (count != 0)
        {
            Store(value, ref origin, offset);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane1(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<Lane1> columns)
    {
        nuint row = (nuint)rowOrigins;
        columns.C0 = Load(in rows, row);
        columns.C1 = Load(in rows, row + 1);
        columns.C2 = Load(in rows, row + 2);
        columns.C3 = Load(in rows, row + 3);
        columns.C4 = Load(in rows, row + 4);
        columns.C5 = Load(in rows, row + 5);
        columns.C6 = Load(in rows, row + 6);
        columns.C7 = Load(in rows, row + 7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        uint last = (uint)sizes;
        int n = sizes + 1;
        rowOrigins = kind <= 1 && (uint)first <= last && (uint)second <= last ? 8 * ((((kind * n) + first) * n) + second) : 0;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        byte kind = 0;
        RowOrigins(in kind, in first, in second, in sizes, ref rowOrigins);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 LoadMask(ref readonly byte origin, nuint offset) =>
        FromBits(Unsafe.Add(ref Unsafe.AsRef(in origin), offset) != 0 ? -1L : 0L);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator +(Lane1 x, Lane1 y) => new(x._value + y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator -(Lane1 x, Lane1 y) => new(x._value - y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator *(Lane1 x, Lane1 y) => new(x._value * y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator /(Lane1 x, Lane1 y) => new(x._value / y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator -(Lane1 x) => new(-x._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator &(Lane1 x, Lane1 y) => new((x.Packed & y.Packed).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator |(Lane1 x, Lane1 y) => new((x.Packed | y.Packed).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 FromBits(ulong bits) => FromBits((long)bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 AddBits(Lane1 x, Lane1 y) => FromBits(x.Word + y.Word);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 SubtractBits(Lane1 x, Lane1 y) => FromBits(x.Word - y.Word);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 ShiftLeft(Lane1 x, int count) => FromBits(x.Word << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 ShiftRight(Lane1 x, int count) => FromBits(x.Word >>> count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator ^(Lane1 x, Lane1 y) => new((x.Packed ^ y.Packed).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 MultiplyAdd(Lane1 x, Lane1 y, Lane1 z) => new(Math.FusedMultiplyAdd(x._value, y._value, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 MultiplySubtract(Lane1 x, Lane1 y, Lane1 z) => new(Math.FusedMultiplyAdd(x._value, y._value, -z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane1 sum, Lane1 x, Lane1 y) =>
        sum._value = Math.FusedMultiplyAdd(x._value, y._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane1 sum, Lane1 x, ref readonly double origin, nuint offset) =>
        sum._value = Math.FusedMultiplyAdd(x._value, Unsafe.Add(ref Unsafe.AsRef(in origin), offset), sum._value);

    /// <inheritdoc/>
    // By the instruction for two numbers: that for one waits, on Intel, for whatever last used its register.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Sqrt(Lane1 x) =>
        new(Vector128.Sqrt(Vector128.CreateScalar(x._value)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Abs(Lane1 x) => new(Math.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Min(Lane1 x, Lane1 y) => new(Math.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Max(Lane1 x, Lane1 y) => new(Math.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 LessThan(Lane1 x, Lane1 y) =>
        new(Vector128.LessThan(x.Packed, y.Packed).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 LessThanOrEqual(Lane1 x, Lane1 y) =>
        new(Vector128.LessThanOrEqual(x.Packed, y.Packed).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Select(Lane1 mask, Lane1 whenTrue, Lane1 whenFalse) =>
        new(Vector128.ConditionalSelect(mask.Packed, whenTrue.Packed, whenFalse.Packed).ToScalar());

    /// <inheritdoc/>
    public static int Precision => 52;

    /// <inheritdoc/>
    public static Lane1 FromParts(double x0, double x1, double x2, double x3) => new(x0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(Lane1 value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator *(Lane1 x, double y) => new(x._value * y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 MultiplyAdd(Lane1 x, double y, Lane1 z) => new(Math.FusedMultiplyAdd(x._value, y, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(Lane1 x, Lane1 y) => x._value < y._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(Lane1 x, Lane1 y) => x._value > y._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lane1 mask) => mask.Word == -1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane1 mask) => mask.Word != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThan(Lane1 x, Lane1 y) => x._value < y._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThanOrEqual(Lane1 x, Lane1 y) => x._value <= y._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lane1 mask) => (uint)(mask.Word >>> 63);

    // Comparisons and choices go through the low half of a 128-bit register: a branch on a number's sign would be guessed wrong
    // half the time.
    private Vector128<double> Packed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(_value);
    }

    private readonly long Word
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.DoubleToInt64Bits(_value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane1 FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));
}
