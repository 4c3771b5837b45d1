using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Lanes;

/// <summary>Loads, stores and transposed rows (Columns) of ILane and ITableLane at every width, to the last byte; LaneWidth and LaneDispatch with ILaneOperation and ITableLaneOperation: the width in use is the one that was forced.</summary>
public class LaneMemoryTests
{
    [Fact]
    public void A_partial_load_reads_zeros_after_its_count_and_nothing_beyond()
    {
        EveryWidth.Run(() =>
        {
            for (int count = 0; count <= LaneWidth.Current; count++)
            {
                using GuardedMemory source = GuardedMemory.EndingAtGuard(Numbers.Uniform(count, count));
                Arguments arguments = new() { Source = source.Span, Target = new double[9], Count = count };
                arguments.Target.Fill(7);
                LaneDispatch.Invoke<LoadPart, Arguments>(ref arguments);
                for (int i = 0; i < 9; i++)
                {
                    double expected = i < count ? source.Span[i] : i < LaneWidth.Current ? 0 : 7;
                    Bits.AssertSame(expected, arguments.Target[i], $"width {LaneWidth.Current}, count {count}, element {i}");
                }
            }
        });
    }

    [Fact]
    public void A_partial_store_writes_its_count_and_nothing_beyond()
    {
        EveryWidth.Run(() =>
        {
            for (int count = 0; count <= LaneWidth.Current; count++)
            {
                using GuardedMemory guarded = GuardedMemory.EndingAtGuard(count);
                double[] room = new double[9];
                double[] values = Numbers.Uniform(8, 3);
                Arguments toGuard = new() { Source = values, Target = guarded.Span, Count = count };
                Arguments toRoom = new() { Source = values, Target = room, Count = count };
                LaneDispatch.Invoke<StorePart, Arguments>(ref toGuard);
                LaneDispatch.Invoke<StorePart, Arguments>(ref toRoom);
                Bits.AssertSame(values.AsSpan(0, count), guarded.Span);
                Bits.AssertSame(values.AsSpan(0, count), room.AsSpan(0, count));
                Assert.All(room[count..], element => Assert.Equal(0, element));
            }
        });
    }

    [Fact]
    public void Loading_rows_transposes_them_and_reads_nothing_else()
    {
        using GuardedMemory rows = GuardedMemory.EndingAtGuard(Numbers.Uniform(5 * 8, 4));
        int[] origins = [32, 0, 24, 24, 8, 16, 32, 0];
        double[] expected = new double[64];
        EveryWidth.Run(() =>
        {
            double[] columns = new double[64];
            RowArguments arguments = new() { Rows = rows.Span, Origins = origins, Columns = columns };
            LaneDispatch.InvokeOnTable<LoadRows, RowArguments>(ref arguments);
            for (int c = 0; c < 8; c++)
            {
                for (int e = 0; e < LaneWidth.Current; e++)
                {
                    Bits.AssertSame(rows.Span[origins[e] + c], columns[(c * 8) + e], $"width {LaneWidth.Current}, column {c}, element {e}");
                }
            }
        });
    }

    [Fact]
    public void The_product_added_from_memory_is_the_product_added()
    {
        EveryWidth.Run(() =>
        {
            double[] target = new double[8];
            Arguments arguments = new() { Source = Numbers.Uniform(8, 5), Target = target };
            LaneDispatch.Invoke<AddLoaded, Arguments>(ref arguments);
            for (int e = 0; e < LaneWidth.Current; e++)
            {
                Bits.AssertSame(Math.FusedMultiplyAdd(3, arguments.Source[e], 0.1), target[e]);
            }
        });
    }

    [Fact]
    public void A_forced_width_is_in_use_and_goes_when_disposed()
    {
        int before = LaneWidth.Current;
        EveryWidth.Run(() =>
        {
            Arguments arguments = default;
            LaneDispatch.Invoke<Width, Arguments>(ref arguments);
            Assert.Equal(LaneWidth.Current, arguments.Count);
        });
        Assert.Equal(before, LaneWidth.Current);
        Assert.Throws<ArgumentOutOfRangeException>(() => LaneWidth.Force(3));
    }

    private ref struct Arguments
    {
        public ReadOnlySpan<double> Source;
        public Span<double> Target;
        public int Count;
    }

    private ref struct RowArguments
    {
        public ReadOnlySpan<double> Rows;
        public ReadOnlySpan<int> Origins;
        public Span<double> Columns;
    }

    private readonly struct LoadPart : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane> =>
            TLane.Store(TLane.LoadPart(in MemoryMarshal.GetReference(arguments.Source), 0, arguments.Count), ref arguments.Target[0], 0);
    }

    private readonly struct StorePart : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane> => TLane.StorePart(
                TLane.Load(in arguments.Source[0], 0), ref MemoryMarshal.GetReference(arguments.Target), 0, arguments.Count);
    }

    private readonly struct AddLoaded : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            TLane sum = 0.1;
            TLane.AddProduct(ref sum, 3, in arguments.Source[0], 0);
            TLane.Store(sum, ref arguments.Target[0], 0);
        }
    }

    private readonly struct Width : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane> => arguments.Count = TLane.Count;
    }

    private readonly struct LoadRows : ITableLaneOperation<RowArguments>
    {
        public static void Invoke<TLane>(ref RowArguments arguments)
            where TLane : struct, ITableLane<TLane>
        {
            TLane.LoadRows(in arguments.Rows[0], in arguments.Origins[0], out Columns<TLane> columns);
            ref double target = ref arguments.Columns[0];
            TLane.Store(columns.C0, ref target, 0);
            TLane.Store(columns.C1, ref target, 8);
            TLane.Store(columns.C2, ref target, 16);
            TLane.Store(columns.C3, ref target, 24);
            TLane.Store(columns.C4, ref target, 32);
            TLane.Store(columns.C5, ref target, 40);
            TLane.Store(columns.C6, ref target, 48);
            TLane.Store(columns.C7, ref target, 56);
        }
    }
}
