using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>Runs the pack form of the swap on indexed rows, at the width in force.</summary>
internal struct RowSolver : ITableLaneOperation<RowSolver.Arguments>
{
    public static double[] Solve(SwapRow[] rows, int[] index, double[] amounts)
    {
        Arguments arguments = new()
        {
            Rows = MemoryMarshal.Cast<SwapRow, double>(rows),
            Index = Array.ConvertAll(index, row => 8 * row),
            Amounts = amounts,
            Results = new double[amounts.Length],
        };
        LaneDispatch.InvokeOnTable<RowSolver, Arguments>(ref arguments);
        return arguments.Results.ToArray();
    }

    public static void Invoke<TLane>(ref Arguments arguments)
        where TLane : struct, ITableLane<TLane>
    {
        int i = 0;
        for (; i <= arguments.Amounts.Length - TLane.Count; i += TLane.Count)
        {
            Step<TLane>(ref arguments, i);
        }

        for (; i < arguments.Amounts.Length; i++)
        {
            Step<Lane1>(ref arguments, i);
        }
    }

    private static void Step<TLane>(ref Arguments arguments, int i)
        where TLane : struct, ITableLane<TLane>
    {
        TLane.LoadRows(in arguments.Rows[0], in arguments.Index[i], out Columns<TLane> columns);
        TLane amount = TLane.Load(in arguments.Amounts[0], (nuint)i);
        TLane.Store(SwapQuadratic.Solve(columns, amount), ref arguments.Results[0], (nuint)i);
    }

    internal ref struct Arguments
    {
        public ReadOnlySpan<double> Rows;
        public ReadOnlySpan<int> Index;
        public ReadOnlySpan<double> Amounts;
        public Span<double> Results;
    }
}
