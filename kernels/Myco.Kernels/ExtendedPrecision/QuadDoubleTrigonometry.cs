namespace Myco.Kernels.ExtendedPrecision;

/// <summary>Sine, cosine and two-argument arctangent of quad-doubles.</summary>
/// <remarks>Angles are in radians. Source: Taylor's series about multiples of 1/32, which binary64 holds exactly.</remarks>
public static class QuadDoubleTrigonometry
{
    /// <summary>The largest |angle| whose reduction keeps every bit: beyond it π/2 would have to be longer.</summary>
    public const double LargestAngle = 1e6;

    private const double TwoOverPi = 0.6366197723675814;
    private const double Spacing = 1.0 / 32;
    private const int Nodes = 27;
    private const int ReducedOrder = 25;
    private const int FullOrder = 47;

    // π/2 = Σ HalfPiParts, each part the rest of the sum before it rounded to binary64: 318 bits. The tests find the same
    // bits by Machin's formula.
    private static readonly double[] HalfPiParts =
    [
        1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33,
        5.562271104316826e-50, 2.836115989820158e-66, 8.724931080676243e-84,
    ];

    private static readonly QuadDouble[] Inverses = MakeInverseFactorials();
    private static readonly QuadDouble[] NodeSines = MakeNodes(1);
    private static readonly QuadDouble[] NodeCosines = MakeNodes(0);

    /// <summary>π to 212 bits.</summary>
    public static QuadDouble Pi { get; } = new(2 * HalfPiParts[0], 2 * HalfPiParts[1], 2 * HalfPiParts[2], 2 * HalfPiParts[3]);

    /// <summary>1/n! for n from 0 to 47.</summary>
    internal static ReadOnlySpan<QuadDouble> InverseFactorials => Inverses;

    /// <summary>sine = sin(angle), cosine = cos(angle).</summary>
    /// <remarks>Absolute error 2⁻²⁰⁷ for |angle| ≤ <see cref="LargestAngle"/> (of the quad-double given, taken as exact);
    /// relative error 2⁻²⁰⁶ for |angle| ≤ π/4, down to full precision at 1e-240. An angle of 0 gives 0 and 1 exactly. A
    /// larger or non-finite angle yields NaN in both.</remarks>
    public static void SinCos(QuadDouble angle, out QuadDouble sine, out QuadDouble cosine)
    {
        if (!(Math.Abs(angle.X0) <= LargestAngle))
        {
            sine = cosine = double.NaN;
            return;
        }

        double quarter = Math.Round(angle.X0 * TwoOverPi);
        ReducedSinCos(Reduce(angle, quarter), out QuadDouble s, out QuadDouble c);
        (sine, cosine) = ((int)quarter & 3) switch
        {
            0 => (s, c),
            1 => (c, -s),
            2 => (-s, -c),
            _ => (-c, s),
        };
    }

    /// <summary>The angle in (−π, π] from the positive first axis to (x, y): the sine and cosine of the result are y/h and x/h,
    /// h = √(x² + y²).</summary>
    /// <remarks>Relative error 2⁻²⁰³ where x² + y² neither overflows nor falls below 1e-240; 0 when both are 0.
    /// Source: one step from the binary64 angle θ, sin(angle − θ) = (y·cos θ − x·sin θ)/h = m, and arcsin m = m + m³/6 with an
    /// error of m⁵, m ≤ 2⁻⁵¹.</remarks>
    public static QuadDouble ArcTangent(QuadDouble y, QuadDouble x)
    {
        double start = Math.Atan2(y.X0, x.X0);
        if (y.X0 == 0 && x.X0 >= 0)
        {
            return QuadDouble.Zero;
        }

        SinCos(start, out QuadDouble sine, out QuadDouble cosine);
        QuadDouble length = QuadDouble.Sqrt((x * x) + (y * y));
        QuadDouble rest = ((y * cosine) - (x * sine)) / length;
        return start + (rest + (rest * rest * rest * Inverses[3]));
    }

    private static QuadDouble Reduce(QuadDouble angle, double quarter)
    {
        if (quarter == 0)
        {
            return angle;
        }

        // Largest product first: it cancels the angle's leading bits without an error, and all that follows is below 1.
        foreach (double part in HalfPiParts)
        {
            angle -= DoubleDouble.Product(quarter, part);
        }

        return angle;
    }

    /// <summary>Sine and cosine of an angle of at most about π/4: the nearest node's, turned by what is left.</summary>
    private static void ReducedSinCos(QuadDouble angle, out QuadDouble sine, out QuadDouble cosine)
    {
        double node = Math.Round(angle.X0 / Spacing);
        QuadDouble rest = angle - (node * Spacing);
        QuadDouble restSine = Series(rest, 1, ReducedOrder);
        QuadDouble restCosine = Series(rest, 0, ReducedOrder);
        if (node == 0)
        {
            (sine, cosine) = (restSine, restCosine);
            return;
        }

        int index = (int)Math.Abs(node);
        QuadDouble nodeSine = node < 0 ? -NodeSines[index] : NodeSines[index];
        QuadDouble nodeCosine = NodeCosines[index];
        sine = (nodeSine * restCosine) + (nodeCosine * restSine);
        cosine = (nodeCosine * restCosine) - (nodeSine * restSine);
    }

    /// <summary>Σ (−1)ᵏ xⁿ/n! over n = first, first + 2, … up to the order: the sine from 1, the cosine from 0.</summary>
    private static QuadDouble Series(QuadDouble x, int first, int order)
    {
        QuadDouble square = -(x * x);
        int last = first + ((order - first) & ~1);
        QuadDouble sum = Inverses[last];
        for (int n = last - 2; n >= first; n -= 2)
        {
            sum = (sum * square) + Inverses[n];
        }

        return first == 1 ? sum * x : sum;
    }

    private static QuadDouble[] MakeInverseFactorials()
    {
        // Every factorial up to 47! has fewer than 212 significant bits, so the products are exact.
        QuadDouble[] inverses = new QuadDouble[FullOrder + 1];
        QuadDouble factorial = QuadDouble.One;
        inverses[0] = factorial;
        for (int n = 1; n < inverses.Length; n++)
        {
            factorial *= n;
            inverses[n] = QuadDouble.One / factorial;
        }

        return inverses;
    }

    private static QuadDouble[] MakeNodes(int first)
    {
        QuadDouble[] values = new QuadDouble[Nodes];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Series(i * Spacing, first, FullOrder);
        }

        return values;
    }
}
