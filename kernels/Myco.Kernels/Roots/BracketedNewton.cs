namespace Myco.Kernels.Roots;

/// <summary>Newton's method inside a bracket that never opens.</summary>
/// <remarks>User: clearing prices of a batch of intents (spec 03-matching-and-replication) and the dual prices of routing (spec 08-routing).</remarks>
public static class BracketedNewton
{
    /// <summary>A cap that no function reaches: the bracket holds fewer than 2⁶⁴ numbers and at least halves every
    /// <see cref="Patience"/> + 1 evaluations.</summary>
    public const int EvaluationLimit = (64 * (Patience + 1)) + 2;

    /// <summary>How many steps in a row may leave more than half of the bracket.</summary>
    private const int Patience = 3;

    /// <summary>x with f(x) = 0, by x ← x − f(x)/f′(x) from the better end, between lower and upper.</summary>
    /// <remarks><para>Where Newton's step leaves the bracket, or the bracket shrinks too slowly, it is halved by the count of
    /// binary64 numbers in it, not by their distance: 64 halvings end any search. Never throws, allocates nothing.</para>
    /// <para>Rounding: a converged value is a zero of the function as evaluated, or next to a change of its sign.</para></remarks>
    /// <param name="arguments">The function's constants.</param>
    /// <param name="lower">One end, finite.</param>
    /// <param name="upper">The other end, finite and not less.</param>
    /// <param name="evaluationLimit">The largest number of evaluations, the two at the ends among them.</param>
    public static Root Solve<TFunction, TArguments>(
        ref readonly TArguments arguments, double lower, double upper, int evaluationLimit = EvaluationLimit)
        where TFunction : struct, IDifferentiable<TArguments>
        where TArguments : struct, allows ref struct
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper))
        {
            return new(double.NaN, RootStatus.NotFinite, 0);
        }

        Sample low = Evaluate<TFunction, TArguments>(in arguments, lower);
        Sample high = Evaluate<TFunction, TArguments>(in arguments, upper);
        if (double.IsNaN(low.Value) || double.IsNaN(high.Value))
        {
            return new(double.NaN, RootStatus.NotFinite, 2);
        }

        if (low.Value == 0 || high.Value == 0)
        {
            return lower <= upper ? new(low.Value == 0 ? lower : upper, RootStatus.Converged, 2) : new(double.NaN, RootStatus.NoBracket, 2);
        }

        return lower < upper && low.IsNegative != high.IsNegative
            ? Search<TFunction, TArguments>(in arguments, low, high, evaluationLimit)
            : new(double.NaN, RootStatus.NoBracket, 2);
    }

    private static Root Search<TFunction, TArguments>(ref readonly TArguments arguments, Sample low, Sample high, int evaluationLimit)
        where TFunction : struct, IDifferentiable<TArguments>
        where TArguments : struct, allows ref struct
    {
        int evaluations = 2, slowSteps = 0;
        ulong width = Width(low, high), mark = width;
        while (width > 1)
        {
            if (evaluations >= evaluationLimit)
            {
                return new(Better(low, high).X, RootStatus.IterationLimit, evaluations);
            }

            double x = slowSteps < Patience ? NewtonOrMiddle(low, high) : Middle(low, high);
            Sample sample = Evaluate<TFunction, TArguments>(in arguments, x);
            evaluations++;
            if (double.IsNaN(sample.Value))
            {
                return new(double.NaN, RootStatus.NotFinite, evaluations);
            }

            if (sample.Value == 0)
            {
                return new(x, RootStatus.Converged, evaluations);
            }

            (low, high) = sample.IsNegative == low.IsNegative ? (sample, high) : (low, sample);
            width = Width(low, high);
            bool halved = width <= mark / 2;
            (mark, slowSteps) = halved ? (width, 0) : (mark, slowSteps + 1);
        }

        return new(Better(low, high).X, RootStatus.Converged, evaluations);
    }

    /// <summary>Newton's step from the better end, by at least one number inwards; the middle when it leads out of the bracket.</summary>
    private static double NewtonOrMiddle(Sample low, Sample high)
    {
        Sample best = Better(low, high);
        double next = best.X - (best.Value / best.Slope);
        if (next == best.X)
        {
            next = best.X == low.X ? Math.BitIncrement(next) : Math.BitDecrement(next);
        }

        return next > low.X && next < high.X ? next : Middle(low, high);
    }

    private static Sample Better(Sample low, Sample high) => Math.Abs(low.Value) <= Math.Abs(high.Value) ? low : high;

    /// <summary>The number with as many binary64 numbers below it in the bracket as above it.</summary>
    private static double Middle(Sample low, Sample high)
    {
        long middle = Ordered(low.X) + (long)(Width(low, high) / 2);
        return BitConverter.Int64BitsToDouble(middle < 0 ? long.MinValue - middle : middle);
    }

    /// <summary>How many steps from one number to the next lead from low to high.</summary>
    private static ulong Width(Sample low, Sample high) => (ulong)Ordered(high.X) - (ulong)Ordered(low.X);

    /// <summary>The bits as an integer that grows with the number; both zeros are 0.</summary>
    private static long Ordered(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static Sample Evaluate<TFunction, TArguments>(ref readonly TArguments arguments, double x)
        where TFunction : struct, IDifferentiable<TArguments>
        where TArguments : struct, allows ref struct
    {
        TFunction.Evaluate(in arguments, x, out double value, out double slope);
        return new(x, value, slope);
    }

    private readonly record struct Sample(double X, double Value, double Slope)
    {
        public bool IsNegative => Value < 0;
    }
}
