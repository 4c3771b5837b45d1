using System.Globalization;

namespace Myco.TestSupport;

/// <summary>Errors in units of the last place: |x − ref| / ulp(ref rounded to binary64).</summary>
/// <remarks>Against a zero or subnormal reference the unit is the smallest normal's ulp, 2⁻¹⁰⁷⁴. NaN against NaN, and equal
/// infinities, are 0 apart; NaN or an infinity against anything else is infinitely far. Source: spec 05-formats.</remarks>
public static class Ulp
{
    /// <summary>The distance from a binary64 reference.</summary>
    public static double Distance(double actual, double reference) =>
        double.IsFinite(reference) ? Distance(actual, ExactRational.FromDouble(reference)) : Same(actual, reference);

    /// <summary>The distance from a decimal reference of any number of digits.</summary>
    public static double Distance(double actual, string reference) => Distance(actual, ExactRational.Parse(reference));

    /// <summary>The distance from an exact reference.</summary>
    public static double Distance(double actual, ExactRational reference)
    {
        double rounded = reference.ToDouble();
        if (!double.IsFinite(actual) || !double.IsFinite(rounded))
        {
            return Same(actual, rounded);
        }

        ExactRational error = ExactRational.Abs(ExactRational.FromDouble(actual) - reference);
        return (error / ExactRational.FromDouble(Unit(rounded))).ToDouble();
    }

    /// <summary>The distance of <paramref name="value"/>'s neighbour away from zero; 2⁻¹⁰⁷⁴ for zero and subnormal numbers.</summary>
    public static double Unit(double value)
    {
        double magnitude = Math.Abs(value);
        return magnitude == double.MaxValue ? magnitude - Math.BitDecrement(magnitude) : Math.BitIncrement(magnitude) - magnitude;
    }

    /// <summary>Fails, with the numbers, unless <paramref name="actual"/> is within <paramref name="limit"/> of the reference.</summary>
    public static void AssertWithin(double limit, double actual, ExactRational reference, string context = "")
    {
        double distance = Distance(actual, reference);
        if (!(distance <= limit))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{actual:R} is {distance:G4} ulp from {reference.ToDouble():R}, more than {limit}. {context}"));
        }
    }

    private static double Same(double actual, double reference) =>
        actual.Equals(reference) ? 0 : double.PositiveInfinity;
}
