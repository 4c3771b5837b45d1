namespace Myco.Kernels.Tests.Roots;

/// <summary>Functions, with their claimed slopes, that defeat a careless search for a root.</summary>
internal static class Nasty
{
    public static readonly IReadOnlyDictionary<string, Func<double, (double Value, double Slope)>> Functions =
        new Dictionary<string, Func<double, (double Value, double Slope)>>
        {
            ["cube"] = x => (x * x * x, 3 * x * x),
            ["ninth power"] = x => (Math.Pow(x - 0.1, 9), 9 * Math.Pow(x - 0.1, 8)),
            ["flat exponential"] = x => (1e-9 - Math.Exp(-x), Math.Exp(-x)),
            ["arctangent"] = x => (Math.Atan(x - 3), 1 / (1 + ((x - 3) * (x - 3)))),
            ["cube root"] = x => (Math.Cbrt(x - 1), 1 / (3 * Math.Cbrt(x - 1) * Math.Cbrt(x - 1))),
            ["step"] = x => (x < 12.34 ? -1 : 1, 0),
            ["jump at a tiny number"] = x => (x < 1e-310 ? -1 : 1, double.Epsilon),
            ["pole"] = x => (1 / (x - 1.7), -1 / ((x - 1.7) * (x - 1.7))),
            ["wrong sign of slope"] = x => ((x * x) - 2, -2 * x),
            ["slope of zero"] = x => ((x * x) - 2, 0),
            ["slope that is NaN"] = x => ((x * x) - 2, double.NaN),
            ["slope that creeps"] = x => (x < 1 ? -1 : 1, 1e300),
            ["infinite ends"] = x => (x < 0.5 ? double.NegativeInfinity : double.PositiveInfinity, double.PositiveInfinity),
            ["wiggle"] = x => (x + (5 * Math.Sin(3 * x)), 1 + (15 * Math.Cos(3 * x))),
            ["noise"] = x => (Math.Pow(x, 5) - (5 * Math.Pow(x, 4)) + (10 * x * x * x) - (10 * x * x) + (5 * x) - 1, 5 * Math.Pow(x - 1, 4)),
            ["linear"] = x => ((3 * x) - 1, 3),
        };
}
