namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>What rounding may do, in units of the last place.</summary>
internal static class Tolerance
{
    private const double Unit = 1.0 / (1L << 52);

    /// <summary>That many units in the last place, relative.</summary>
    public static double Ulps(double count) => count * Unit;

    /// <summary>Fails unless both numbers agree within that many units in the last place, relative.</summary>
    public static void AssertClose(double expected, double actual, double ulps, string what)
    {
        double error = Math.Abs(actual - expected) / (Math.Abs(expected) * Unit);
        Assert.True(expected == actual || error <= ulps, $"{what}: {actual:R} is {error:G4} ulp from {expected:R}, more than {ulps:G4}");
    }

    /// <summary>Fails unless x ≤ y, up to that many units in the last place.</summary>
    public static void AssertNotAbove(double x, double y, double ulps, string what) =>
        Assert.True(x <= y + (Math.Abs(y) * Ulps(ulps)), $"{what}: {x:R} exceeds {y:R} by {(x - y) / (Math.Abs(y) * Unit):G4} ulp, more than {ulps:G4}");
}
