namespace Myco.Bench.Baselines;

/// <summary>Elementary functions one number at a time by <see cref="Math"/>: what a plain program calls.</summary>
internal static class MathFunctions
{
    public static void Exp(double[] x, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Math.Exp(x[i]);
        }
    }

    public static void Log(double[] x, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Math.Log(x[i]);
        }
    }

    public static void Pow(double[] x, double[] y, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Math.Pow(x[i], y[i]);
        }
    }

    public static void Sin(double[] x, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Math.Sin(x[i]);
        }
    }

    public static void Cos(double[] x, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Math.Cos(x[i]);
        }
    }

    public static void NormalQuantile(double[] p, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = NormalQuantile(p[i]);
        }
    }

    /// <summary>AS 241 with branches.</summary>
    private static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double square = 0.180625 - (q * q);
            return q * Ratio(
                square,
                [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227],
                [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854]);
        }

        double r = Math.Sqrt(-Math.Log(Math.Min(p, 1 - p)));
        double z = r <= 5
            ? Ratio(
                r - 1.6,
                [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414],
                [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09])
            : Ratio(
                r - 5,
                [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07],
                [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15]);
        return q < 0 ? -z : z;
    }

    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator) => Polynomial(x, numerator) / Polynomial(x, denominator);

    private static double Polynomial(double x, ReadOnlySpan<double> c) =>
        (((((((((((((c[7] * x) + c[6]) * x) + c[5]) * x) + c[4]) * x) + c[3]) * x) + c[2]) * x) + c[1]) * x) + c[0];
}
