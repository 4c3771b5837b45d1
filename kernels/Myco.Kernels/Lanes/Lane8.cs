using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Lanes;

/// <summary>Eight binary64 numbers in a 512-bit register.</summary>
public struct Lane8 : ITableLane<Lane8>
{
    private Vector512<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane8(Vector512<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Load(ref readonly double origin, nuint offset) => new(Vector512.LoadUnsafe(in origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane8 value, ref double origin, nuint offset) => value._value.StoreUnsafe(ref origin, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Lane8 LoadPart(ref readonly double origin, nuint offset, int count)
    {
        fixed (double* start = &Unsafe.Add(ref Unsafe.AsRef(in origin), offset))
        {
            return new(Avx512F.MaskLoad(start, FirstElements(count), Vector512<double>.Zero));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePart(Lane8 value, ref double origin, nuint offset, int count)
    {
        fixed (double* start = &Unsafe.Add(ref origin, offset))
        {
            Avx512F.MaskStore(start, FirstElements(count), value._value);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane8(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<Lane8> columns)
    {
        Transpose(in rows, in rowOrigins, 0, out columns.C0, out columns.C1, out columns.C2, out columns.C3);
        Transpose(in rows, in rowOrigins, 4, out columns.C4, out columns.C5, out columns.C6, out columns.C7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        if ((Unsafe.ReadUnaligned<ulong>(in kind) & 0xFEFE_FEFE_FEFE_FEFE) == 0)
        {
            StoreOrigins(Kinds(in kind), in first, in second, in sizes, ref rowOrigins);
            return;
        }

        Lane4.RowOrigins(in kind, in first, in second, in sizes, ref rowOrigins);
        Lane4.RowOrigins(
            in Unsafe.Add(ref Unsafe.AsRef(in kind), 4), in Unsafe.Add(ref Unsafe.AsRef(in first), 4),
            in Unsafe.Add(ref Unsafe.AsRef(in second), 4), in sizes, ref Unsafe.Add(ref rowOrigins, 4));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins) =>
        StoreOrigins(Vector256<int>.Zero, in first, in second, in sizes, ref rowOrigins);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 LoadMask(ref readonly byte origin, nuint offset)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in origin), offset));
        Vector512<long> flags = Avx512F.ConvertToVector512Int64(Vector128.CreateScalar(bytes).AsByte());
        return new(Vector512.GreaterThan(flags, Vector512<long>.Zero).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator +(Lane8 x, Lane8 y) => new(x._value + y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 x, Lane8 y) => new(x._value - y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator *(Lane8 x, Lane8 y) => new(x._value * y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator /(Lane8 x, Lane8 y) => new(x._value / y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 x) => new(-x._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator &(Lane8 x, Lane8 y) => new(x._value & y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator |(Lane8 x, Lane8 y) => new(x._value | y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 FromBits(ulong bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 AddBits(Lane8 x, Lane8 y) => new((x._value.AsUInt64() + y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 SubtractBits(Lane8 x, Lane8 y) => new((x._value.AsUInt64() - y._value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ShiftLeft(Lane8 x, int count) => new((x._value.AsUInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ShiftRight(Lane8 x, int count) => new((x._value.AsUInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator ^(Lane8 x, Lane8 y) => new(x._value ^ y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 MultiplyAdd(Lane8 x, Lane8 y, Lane8 z) => new(Vector512.FusedMultiplyAdd(x._value, y._value, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 MultiplySubtract(Lane8 x, Lane8 y, Lane8 z) => new(Avx512F.FusedMultiplySubtract(x._value, y._value, z._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane8 sum, Lane8 x, Lane8 y) =>
        sum._value = Vector512.FusedMultiplyAdd(x._value, y._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane8 sum, Lane8 x, ref readonly double origin, nuint offset) =>
        sum._value = Vector512.FusedMultiplyAdd(x._value, Vector512.LoadUnsafe(in origin, offset), sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Sqrt(Lane8 x) => new(Vector512.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Abs(Lane8 x) => new(Vector512.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Min(Lane8 x, Lane8 y) => new(Vector512.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Max(Lane8 x, Lane8 y) => new(Vector512.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 LessThan(Lane8 x, Lane8 y) => new(Vector512.LessThan(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 LessThanOrEqual(Lane8 x, Lane8 y) => new(Vector512.LessThanOrEqual(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Select(Lane8 mask, Lane8 whenTrue, Lane8 whenFalse) => new(Vector512.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lane8 mask) => Vector512.EqualsAll(mask._value.AsInt64(), Vector512<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane8 mask) => mask._value.AsInt64() != Vector512<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThan(Lane8 x, Lane8 y) => Vector512.LessThanAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessThanOrEqual(Lane8 x, Lane8 y) => Vector512.LessThanOrEqualAll(x._value, y._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lane8 mask) => (uint)mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Kinds(ref readonly byte origin)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(in origin);
        return Avx2.ConvertToVector256Int32(Vector128.CreateScalar(bytes).AsByte());
    }

    // As unsigned numbers, negative indices are the greatest of all: one comparison finds every index outside the table.
    // It is an equality, because an unsigned "less than" takes the port that the transposition needs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreOrigins(
        Vector256<int> kinds, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins)
    {
        Vector256<int> row = Vector256.LoadUnsafe(in first), column = Vector256.LoadUnsafe(in second), last = Vector256.LoadUnsafe(in sizes);
        Vector256<int> kindAndRow = (kinds << 16) | row, scale = Vector256.LoadUnsafe(in sizes, 8);
        Vector256<int> origin = (Avx2.MultiplyAddAdjacent(kindAndRow.AsInt16(), scale.AsInt16()) + column) << 3;
        Vector256<uint> greatest = Vector256.Max(row.AsUInt32(), column.AsUInt32());
        Vector256<int> known = Vector256.Equals(Vector256.Min(greatest, last.AsUInt32()), greatest).AsInt32();
        (origin & known).StoreUnsafe(ref rowOrigins);
    }

    // Half rows of four numbers are loaded in pairs (r, r + 4), so that one 4×4 transposition inside the two halves
    // of the registers puts every element where it belongs: a third fewer shuffles than transposing whole rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        ref readonly double rows, ref readonly int rowOrigins, nuint column, out Lane8 c0, out Lane8 c1, out Lane8 c2, out Lane8 c3)
    {
        Vector512<double> r0 = HalfRows(in rows, in rowOrigins, 0, 4, column);
        Vector512<double> r1 = HalfRows(in rows, in rowOrigins, 1, 5, column);
        Vector512<double> r2 = HalfRows(in rows, in rowOrigins, 2, 6, column);
        Vector512<double> r3 = HalfRows(in rows, in rowOrigins, 3, 7, column);
        Vector512<double> low01 = Avx512F.UnpackLow(r0, r1), high01 = Avx512F.UnpackHigh(r0, r1);
        Vector512<double> low23 = Avx512F.UnpackLow(r2, r3), high23 = Avx512F.UnpackHigh(r2, r3);
        Vector512<long> firstPairs = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13);
        Vector512<long> secondPairs = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        c0 = new(Avx512F.PermuteVar8x64x2(low01, firstPairs, low23));
        c1 = new(Avx512F.PermuteVar8x64x2(high01, firstPairs, high23));
        c2 = new(Avx512F.PermuteVar8x64x2(low01, secondPairs, low23));
        c3 = new(Avx512F.PermuteVar8x64x2(high01, secondPairs, high23));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FirstElements(int count) =>
        Vector512.GreaterThan(Vector512.Create((long)count), Vector512<long>.Indices).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> HalfRows(ref readonly double rows, ref readonly int rowOrigins, int lower, int upper, nuint column) =>
        // Vector512.Create(lower, upper) goes through the stack.
        Avx512F.InsertVector256(
            Row(in rows, in rowOrigins, lower, column).ToVector512Unsafe(), Row(in rows, in rowOrigins, upper, column), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Row(ref readonly double rows, ref readonly int rowOrigins, int element, nuint column) =>
        Vector256.LoadUnsafe(in rows, (nuint)Unsafe.Add(ref Unsafe.AsRef(in rowOrigins), element) + column);
}
