using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Elementary;

/// <summary>eˣ and ln x of quad-doubles.</summary>
/// <remarks>Source: eˣ = 2ᵏ·eʳ, Taylor's series of e^(r/512) − 1, which nine times doubles as y ← 2y + y²; the logarithm by one step from the
/// binary64 one.</remarks>
public static class QuadDoubleExponential
{
    /// <summary>The largest |x|: beyond it 2ᵏ or the parts behind the leading one leave the range.</summary>
    public const double LargestExponent = 700;

    private const int Doublings = 9;
    private const int Order = 18;

    // ln 2 = Σ Ln2Parts, each part the rest of the sum before it rounded to binary64. The tests find the same bits by 2·artanh ⅓.
    private static readonly double[] Ln2Parts =
    [
        0.6931471805599453, 2.3190468138462996e-17, 5.707708438416212e-34,
        -3.5824322106018114e-50, -1.352169675798863e-66, 6.080638740240814e-83,
    ];

    private static readonly QuadDouble Ln2 = new(Ln2Parts[0], Ln2Parts[1], Ln2Parts[2], Ln2Parts[3]);

    /// <summary>eˣ.</summary>
    /// <remarks>Relative error 2⁻²⁰² for |x| ≤ <see cref="LargestExponent"/>; 1 for 0. A larger or non-finite x yields NaN.</remarks>
    public static QuadDouble Exp(QuadDouble x)
    {
        if (!(Math.Abs(x.X0) <= LargestExponent))
        {
            return double.NaN;
        }

        double k = Math.Round(x.X0 / Ln2Parts[0]);
        QuadDouble rest = x;
        foreach (double part in Ln2Parts)
        {
            rest -= DoubleDouble.Product(k, part);
        }

        return Scale(QuadDouble.One + ExpLessOne(rest), (int)k);
    }

    /// <summary>ln x.</summary>
    /// <remarks>Error 2⁻²⁰² of the larger of |ln x| and 1, for every normal x; 0 for 1. NaN unless x is finite and above 0.</remarks>
    public static QuadDouble Log(QuadDouble x)
    {
        if (!(x.X0 > 0 && double.IsFinite(x.X0)))
        {
            return double.NaN;
        }

        // ln m = y + ln(1 + d) with d = m·e⁻ʸ − 1, below 2⁻⁵²: its fifth power is beyond the last bit.
        int k = Math.ILogB(x.X0);
        QuadDouble m = Scale(x, -k);
        double y = Logarithm.Of(m.X0);
        QuadDouble d = (m * (QuadDouble.One + ExpLessOne(-y))) - QuadDouble.One;
        QuadDouble series = d * (QuadDouble.One - (d * (0.5 - (d * ((QuadDouble.One / 3) - (d * 0.25))))));
        return (Ln2 * (double)k) + y + series;
    }

    /// <summary>eˣ − 1 for |x| below 1.</summary>
    private static QuadDouble ExpLessOne(QuadDouble x)
    {
        ReadOnlySpan<QuadDouble> inverses = QuadDoubleTrigonometry.InverseFactorials;
        QuadDouble part = x * (1.0 / (1 << Doublings)), sum = inverses[Order];
        for (int n = Order - 1; n >= 1; n--)
        {
            sum = (sum * part) + inverses[n];
        }

        sum *= part;
        for (int i = 0; i < Doublings; i++)
        {
            sum = sum + sum + (sum * sum);
        }

        return sum;
    }

    private static QuadDouble Scale(QuadDouble x, int exponent) => new(
        Math.ScaleB(x.X0, exponent), Math.ScaleB(x.X1, exponent), Math.ScaleB(x.X2, exponent), Math.ScaleB(x.X3, exponent));
}
