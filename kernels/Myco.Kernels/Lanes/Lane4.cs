using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Lanes;

/// <summary>Four binary64 numbers in a 256-bit register.</summary>
public struct Lane4 : ITableLane<Lane4>
{
    private Vector256<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane4(Vector256<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Load(ref readonly double origin, nuint offset) => new(Vector256.LoadUnsafe(in origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane4 value, ref double origin, nuint offset) => value._value.StoreUnsafe(ref origin, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Lane4 LoadPart(ref readonly double origin, nuint offset, int count)
    {
        fixed (double* start = &Unsafe.Add(ref Unsafe.AsRef(in origin), offset))
        {
            return new(Avx.MaskLoad(start, FirstElements(count)));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePart(Lane4 value, ref double origin, nuint offset, int count)
    {
        fixed (double* start = &Unsafe.Add(ref origin, offset))
        {
            Avx.MaskStore(start, FirstElements(count), value._value);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane4(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<Lane4> columns)
    {
        Transpose(in rows, in rowOrigins, 0, out columns.C0, out columns.C1, out columns.C2, out columns.C3);
        Transpose(in rows, in rowOrigins, 4, out columns.C4, out columns.C5, out columns.C6, out columns.C7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        if ((Unsafe.ReadUnaligned<uint>(in kind) & 0xFEFE_FEFE) == 0)
        {
            StoreOrigins(Kinds(in kind), in first, in second, in sizes, ref rowOrigins);
            return;
        }

        Lane2.RowOrigins(in kind, in first, in second, in sizes, ref rowOrigins);
        Lane2.RowOrigins(
            in Unsafe.Add(ref Unsafe.AsRef(in kind), 2), in Unsafe.Add(ref Unsafe.AsRef(in first), 2),
            in Unsafe.Add(ref Unsafe.AsRef(in second), 2), in sizes, ref Unsafe.Add(ref rowOrigins, 2));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins) =>
        StoreOrigins(Vector128<int>.Zero, in first, in second, in sizes, ref rowOrigins);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 LoadMask(ref readonly byte origin, nuint offset)
    {
        Vector128<int> flags = Vector128.GreaterThan(Kinds(in Unsafe.Add(ref Unsafe.AsRef(in origin), offset)), Vector128<int>.Zero);
        return new(Vector256.Create(Vector128.WidenLower(flags), Vector128.WidenUpper(flags)).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator +(Lane4 x, Lane4 y) => new(x._value + y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 x, Lane4 y) => new(x._value - y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator *(Lane4 x, Lane4 y) => new(x._value * y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator /(Lane4 x, Lane4 y) => new(x._value / y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 x) => new(-x._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator &(Lane4 x, Lane4 y) => new(x._value & y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator |(Lane4 x, Lane4 y) => new(x._value | y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 FromBits(ulong bits) => new(Vector256.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 AddBits(Lane4 x, Lane4 y) => new((x._value.AsUInt64() + y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 SubtractBits(Lane4 x, Lane4 y) => new((x._value.AsUInt64() - y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 ShiftLeft(Lane4 x, int count) => new((x._value.AsUInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 ShiftRight(Lane4 x, int count) => new((x._value.AsUInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator ^(Lane4 x, Lane4 y) => new(x._value ^ y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 MultiplyAdd(Lane4 x, Lane4 y, Lane4 z) => new(Vector256.FusedMultiplyAdd(x._value, y._value, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 MultiplySubtract(Lane4 x, Lane4 y, Lane4 z) => new(
        Fma.IsSupported ? Fma.MultiplySubtract(x._value, y._value, z._value) : Vector256.FusedMultiplyAdd(x._value, y._value, -z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane4 sum, Lane4 x, Lane4 y) =>
        sum._value = Vector256.FusedMultiplyAdd(x._value, y._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane4 sum, Lane4 x, ref readonly double origin, nuint offset) =>
        sum._value = Vector256.FusedMultiplyAdd(x._value, Vector256.LoadUnsafe(in origin, offset), sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Sqrt(Lane4 x) => new(Vector256.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Abs(Lane4 x) => new(Vector256.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Min(Lane4 x, Lane4 y) => new(Vector256.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Max(Lane4 x, Lane4 y) => new(Vector256.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 LessThan(Lane4 x, Lane4 y) => new(Vector256.LessThan(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 LessThanOrEqual(Lane4 x, Lane4 y) => new(Vector256.LessThanOrEqual(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Select(Lane4 mask, Lane4 whenTrue, Lane4 whenFalse) => new(Vector256.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lane4 mask) => Vector256.EqualsAll(mask._value.AsInt64(), Vector256<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane4 mask) => mask._value.AsInt64() != Vector256<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThan(Lane4 x, Lane4 y) => Vector256.LessThanAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThanOrEqual(Lane4 x, Lane4 y) => Vector256.LessThanOrEqualAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lane4 mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Kinds(ref readonly byte origin)
    {
        uint bytes = Unsafe.ReadUnaligned<uint>(in origin);
        return Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(bytes).AsByte())).AsInt32();
    }

    // As unsigned numbers, negative indices are the greatest of all: one comparison finds every index outside the table.
    // It is an equality, because an unsigned "less than" takes the port that the transposition needs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreOrigins(
        Vector128<int> kinds, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        Vector128<int> row = Vector128.LoadUnsafe(in first), column = Vector128.LoadUnsafe(in second), last = Vector128.LoadUnsafe(in sizes);
        Vector128<int> n = last + Vector128<int>.One;
        Vector128<int> origin = ((((kinds * n) + row) * n) + column) << 3;
        Vector128<uint> greatest = Vector128.Max(row.AsUInt32(), column.AsUInt32());
        Vector128<int> known = Vector128.Equals(Vector128.Min(greatest, last.AsUInt32()), greatest).AsInt32();
        (origin & known).StoreUnsafe(ref rowOrigins);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        ref readonly double rows, ref readonly int rowOrigins, nuint column, out Lane4 c0, out Lane4 c1, out Lane4 c2, out Lane4 c3)
    {
        Vector256<double> r0 = Row(in rows, in rowOrigins, 0, column);
        Vector256<double> r1 = Row(in rows, in rowOrigins, 1, column);
        Vector256<double> r2 = Row(in rows, in rowOrigins, 2, column);
        Vector256<double> r3 = Row(in rows, in rowOrigins, 3, column);
        if (Avx2.IsSupported)
        {
            Vector256<double> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
            Vector256<double> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
            c0 = new(Avx.Permute2x128(low01, low23, 0x20));
            c1 = new(Avx.Permute2x128(high01, high23, 0x20));
            c2 = new(Avx.Permute2x128(low01, low23, 0x31));
            c3 = new(Avx.Permute2x128(high01, high23, 0x31));
        }
        else
        {
            c0 = new(Vector256.Create(r0.GetElement(0), r1.GetElement(0), r2.GetElement(0), r3.GetElement(0)));
            c1 = new(Vector256.Create(r0.GetElement(1), r1.GetElement(1), r2.GetElement(1), r3.GetElement(1)));
            c2 = new(Vector256.Create(r0.GetElement(2), r1.GetElement(2), r2.GetElement(2), r3.GetElement(2)));
            c3 = new(Vector256.Create(r0.GetElement(3), r1.GetElement(3), r2.GetElement(3), r3.GetElement(3)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FirstElements(int count) =>
        Vector256.GreaterThan(Vector256.Create((long)count), Vector256<long>.Indices).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Row(ref readonly double rows, ref readonly int rowOrigins, int element, nuint column) =>
        Vector256.LoadUnsafe(in rows, (nuint)Unsafe.Add(ref Unsafe.AsRef(in rowOrigins), element) + column);
}
