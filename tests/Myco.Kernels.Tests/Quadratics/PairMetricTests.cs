using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;
using Myco.Kernels.Tests.ExtendedPrecision;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>PairMetric, and the swap quadratic over its rows in every precision.</summary>
public class PairMetricTests
{
    [Fact]
    public void The_rows_of_both_kinds_are_those_of_the_specification()
    {
        Random random = new(1);
        for (int i = 0; i < 500; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            Assert.Equal(swap.ExactIn, Row(swap, exactOut: false));
            Assert.Equal(swap.ExactOut, Row(swap, exactOut: true));
        }
    }

    [Fact]
    public void Double_doubles_and_quad_doubles_solve_the_same_quadratic_to_their_own_last_bits_VsBigInteger()
    {
        Random random = new(2);
        int seen = 0;
        for (int i = 0; i < 2_000; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            bool exactOut = i % 2 == 1;
            SwapRow row = exactOut ? swap.ExactOut : swap.ExactIn;
            double amount = row.Linear / Math.Abs(row.Square) * double.Exp2(-20 * random.NextDouble());
            (Dyadic exact, double condition) = SwapCase.Exactly(row, amount);
            if (condition > 1.5 || exact.Mantissa.Sign <= 0)
            {
                continue;
            }

            seen++;
            Assert.True(exact.ErrorBits(Solve<DoubleDouble>(swap, exactOut, amount), exact) < -98);
            Assert.True(exact.ErrorBits(Solve<QuadDouble>(swap, exactOut, amount), exact) < -200);
        }

        Assert.True(seen > 500, $"{seen} rows");
    }

    private static SwapRow Row(SwapCase swap, bool exactOut)
    {
        Columns<Lane1> columns = Columns<Lane1>(swap, exactOut);
        return SwapRow.From(in columns);
    }

    private static TReal Solve<TReal>(SwapCase swap, bool exactOut, double amount)
        where TReal : struct, IReal<TReal>
    {
        Columns<TReal> columns = Columns<TReal>(swap, exactOut);
        return SwapQuadratic.Solve(in columns, amount);
    }

    // The gradient is minus the price.
    private static Columns<TReal> Columns<TReal>(SwapCase swap, bool exactOut)
        where TReal : struct, IReal<TReal>
    {
        double minor = ((double)swap.SquareIn * swap.SquareOut) - ((double)swap.Cross * swap.Cross);
        PairMetric<TReal> metric = new(swap.SquareIn, swap.SquareOut, swap.Cross, minor, exactOut);
        (TReal own, TReal other) = exactOut ? (-swap.PriceIn, -swap.PriceOut) : (-swap.PriceOut, -swap.PriceIn);
        return metric.Row(own, other, metric.Mixed(own, other));
    }
}
