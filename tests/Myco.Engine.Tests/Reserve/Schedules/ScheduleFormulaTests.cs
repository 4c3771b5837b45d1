using Myco.Engine.Reserve.Schedules;
using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Schedules;

/// <summary>LinearSchedule and OracleWeights at packs of times and in double-double.</summary>
public sealed class ScheduleFormulaTests
{
    private static readonly LinearSchedule Line = new(10, 17, 0.1, 0.7);
    private static readonly OracleWeights Oracle = new([0.5, 0.3, 0.2], [0.003, -0.001, -0.002], 12, 0.05, 0.9);

    [Fact]
    public void Eight_times_have_the_values_of_each_alone() => FormulaCheck.Packs(default(AtTime), path =>
    {
        double[] weights = new double[3];
        Oracle.At(path[0], weights);
        return [Line.At(path[0]), .. weights];
    }, [.. Times(241), [double.NaN], [double.PositiveInfinity], [double.NegativeInfinity], .. Times(242)]);

    [Fact]
    public void Schedules_are_within_their_bound_and_allocate_nothing()
    {
        FormulaCheck.Precision(default(AtTime), Times(243), 8, _ => 1);
        FormulaCheck.Allocation(default(AtTime), [13]);
    }

    private static double[][] Times(int seed)
    {
        Random random = new(seed);
        double[] edges = [10, 17, 12, Math.BitDecrement(17), Math.BitIncrement(10), Oracle.EndTime, 0];
        return [.. Enumerable.Range(0, 500).Select(_ => (double[])[random.Next(3) == 0 ? edges[random.Next(edges.Length)] : 200 * random.NextDouble()])];
    }

    private readonly struct AtTime : IRealFormula
    {
        public int Outputs => 4;

        public void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
            where TReal : struct, IReal<TReal>
            where TElementary : struct, IElementary<TReal>
        {
            outputs[0] = Line.At(inputs[0]);
            Oracle.At(inputs[0], outputs[1..]);
        }
    }
}
