using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;
using Myco.Kernels.Tests.ExtendedPrecision;

namespace Myco.Kernels.Tests.Quadratics;

public class SwapQuadraticTests
{
    [Fact]
    public void Well_conditioned_rows_are_within_four_ulp_VsBigInteger()
    {
        Random random = new(4);
        double worst = 0;
        int seen = 0, far = 0;
        for (int i = 0; i < 20_000; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            SwapRow row = i % 2 == 0 ? swap.ExactIn : swap.ExactOut;
            double amount = Amount(random, row);
            (Dyadic exact, double condition) = SwapCase.Exactly(row, amount);
            if (condition > 1.5 || exact.Mantissa.Sign <= 0)
            {
                continue;
            }

            seen++;
            far += row.Own + (amount * row.Cross) > 0 ? 1 : 0;
            double found = SwapQuadratic.Solve(row, amount);
            double ulp = Math.BitIncrement(found) - found;
            worst = Math.Max(worst, double.Exp2(exact.ErrorBits(found, ulp)));
        }

        Assert.True(worst <= 4, $"{worst} ulp");
        Assert.True(seen > 5_000 && far > 20, $"{seen} rows, {far} with b > 0");
    }

    [Fact]
    public void The_result_solves_its_quadratic_VsBigInteger()
    {
        // G_jj·d² + 2(g_j + a·G_jk)d + a(2g_k + a·G_kk) = 0 for d = −result: independent of how the row was filled.
        Random random = new(8);
        for (int i = 0; i < 2_000; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            double amount = Amount(random, swap.ExactIn);
            (Dyadic result, double condition) = SwapCase.Exactly(swap.ExactIn, amount);
            if (condition > 1e6)
            {
                continue;
            }

            Dyadic a = amount, d = -result, leading = swap.SquareOut;
            Dyadic linear = (Dyadic)(-2.0 * swap.PriceOut) + (a * (2.0 * swap.Cross));
            Dyadic constant = a * ((a * swap.SquareIn) - (2.0 * swap.PriceIn));
            Dyadic residual = (leading * d * d) + (linear * d) + constant;
            Assert.True(residual.Log2 <= constant.Log2 - 300);
        }
    }

    [Fact]
    public void Paying_in_what_an_amount_out_costs_pays_that_amount_out()
    {
        Random random = new(15);
        int seen = 0;
        for (int i = 0; i < 5_000; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            double amount = Amount(random, swap.ExactIn) / 4;
            double paid = SwapQuadratic.Solve(swap.ExactIn, amount);
            (_, double there) = SwapCase.Exactly(swap.ExactIn, amount);
            (_, double back) = SwapCase.Exactly(swap.ExactOut, paid);
            if (there > 4 || back > 4 || swap.ExactOut.Own + (paid * swap.ExactOut.Cross) >= 0)
            {
                continue;
            }

            seen++;
            Assert.Equal(1, SwapQuadratic.Solve(swap.ExactOut, paid) / amount, 1e-13);
        }

        Assert.True(seen > 1_000, $"{seen} rows");
    }

    [Fact]
    public void The_first_unit_trades_at_the_spot_price()
    {
        Random random = new(16);
        for (int i = 0; i < 1_000; i++)
        {
            SwapCase swap = SwapCase.Draw(random);
            double price = (double)swap.PriceIn / swap.PriceOut;
            Assert.Equal(1, SwapQuadratic.Solve(swap.ExactIn, 1e-30) / (1e-30 * price), 1e-12);
            Assert.Equal(1, SwapQuadratic.Solve(swap.ExactOut, 1e-30) / (1e-30 / price), 1e-12);
        }
    }

    [Fact]
    public void Every_width_gives_the_bits_of_the_scalar_form()
    {
        const int Rows = 37, Amounts = 259;
        Random random = new(23);
        SwapRow[] rows = [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0 ? SwapCase.Draw(random).ExactIn : SwapCase.Draw(random).ExactOut)];
        int[] index = [.. Enumerable.Range(0, Amounts).Select(_ => random.Next(Rows))];
        double[] amounts = [.. index.Select(row => Amount(random, rows[row]) * 3)];
        double[] special = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, double.Epsilon, double.MaxValue];
        special.CopyTo(amounts, 100);
        foreach (int width in LaneWidth.Supported)
        {
            using (LaneWidth.Force(width))
            {
                double[] results = RowSolver.Solve(rows, index, amounts);
                for (int i = 0; i < Amounts; i++)
                {
                    Assert.Equal(Bits(SwapQuadratic.Solve(rows[index[i]], amounts[i])), Bits(results[i]));
                }
            }
        }
    }

    private static long Bits(double value) => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value);

    /// <summary>An amount up to where the paying asset's price would vanish.</summary>
    private static double Amount(Random random, in SwapRow row) =>
        row.Linear / Math.Abs(row.Square) * double.Exp2(-20 * random.NextDouble());
}
