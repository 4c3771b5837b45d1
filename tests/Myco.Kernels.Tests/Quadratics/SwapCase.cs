using Myco.Kernels.Quadratics;
using Myco.Kernels.Tests.ExtendedPrecision;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>A pair of a surface in whole numbers, so that its rows hold no rounding at all.</summary>
internal readonly record struct SwapCase(int PriceIn, int PriceOut, int SquareIn, int SquareOut, int Cross)
{
    /// <summary>A random pair: positive prices, a positive definite 2×2 block.</summary>
    public static SwapCase Draw(Random random)
    {
        int squareIn = random.Next(1, 1 << 20), squareOut = random.Next(1, 1 << 20);
        int bound = (int)Math.Sqrt((double)squareIn * squareOut) - 1;
        int cross = bound <= 0 ? 0 : random.Next(-bound, bound + 1);
        return new(random.Next(1, 1 << random.Next(1, 21)), random.Next(1, 1 << random.Next(1, 21)), squareIn, squareOut, cross);
    }

    private long Determinant => ((long)SquareIn * SquareOut) - ((long)Cross * Cross);

    public SwapRow ExactIn => new()
    {
        Own = -PriceOut,
        Cross = Cross,
        Linear = 2.0 * PriceIn,
        Square = -SquareIn,
        Mixed = 2.0 * (((long)PriceIn * SquareOut) - ((long)PriceOut * Cross)),
        Minor = -Determinant,
        Leading = SquareOut,
    };

    public SwapRow ExactOut => new()
    {
        Own = -PriceIn,
        Cross = -Cross,
        Linear = 2.0 * PriceOut,
        Square = SquareOut,
        Mixed = 2.0 * (((long)PriceIn * Cross) - ((long)PriceOut * SquareIn)),
        Minor = -Determinant,
        Leading = SquareIn,
    };

    /// <summary>The result of a row in exact arithmetic, and by how much its sums cancel (1: not at all).</summary>
    public static (Dyadic Result, double Condition) Exactly(in SwapRow row, double amount)
    {
        Dyadic a = amount;
        Dyadic b = row.Own + (a * row.Cross);
        Dyadic numerator = a * (row.Linear + (a * row.Square));
        Dyadic discriminant = ((Dyadic)row.Own * row.Own) + (a * (row.Mixed + (a * row.Minor)));
        if (discriminant.Mantissa.Sign <= 0)
        {
            return (Dyadic.Zero, double.PositiveInfinity);
        }

        Dyadic root = Dyadic.Sqrt(discriminant);
        double condition = Math.Max(
            Condition(b, row.Own, amount * row.Cross),
            Math.Max(
                Condition(numerator, amount * row.Linear, amount * amount * row.Square),
                Condition(discriminant, (row.Own * row.Own) + Math.Abs(amount * row.Mixed), amount * amount * row.Minor)));
        return (b.Mantissa.Sign <= 0 ? numerator / (root - b) : (b + root) / row.Leading, condition);
    }

    private static double Condition(Dyadic sum, double x, double y) => double.Exp2(Math.Log2(Math.Abs(x) + Math.Abs(y)) - sum.Log2);
}
