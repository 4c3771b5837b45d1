using System.Globalization;

namespace Myco.TestSupport;

/// <summary>Equality to the last bit, where any NaN equals any NaN: payloads are not promised.</summary>
public static class Bits
{
    /// <summary>Whether both numbers have the same bits, or both are NaN; +0 differs from −0.</summary>
    public static bool Same(double x, double y) =>
        BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) || (double.IsNaN(x) && double.IsNaN(y));

    /// <summary>Whether both spans have the same length and the <see cref="Same(double, double)"/> elements.</summary>
    public static bool Same(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => FirstDifference(x, y) < 0;

    /// <summary>Fails, with the first difference, unless both spans are the same.</summary>
    public static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string context = "")
    {
        int index = FirstDifference(expected, actual);
        if (index >= 0)
        {
            throw new InvalidOperationException(
                $"Element {index} of {expected.Length} and {actual.Length}: expected {Show(expected, index)}, is {Show(actual, index)}. {context}");
        }
    }

    /// <summary>Fails, with both, unless the numbers are the same.</summary>
    public static void AssertSame(double expected, double actual, string context = "") =>
        AssertSame(new ReadOnlySpan<double>(in expected), new ReadOnlySpan<double>(in actual), context);

    private static int FirstDifference(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int common = Math.Min(x.Length, y.Length);
        for (int i = 0; i < common; i++)
        {
            if (!Same(x[i], y[i]))
            {
                return i;
            }
        }

        return x.Length == y.Length ? -1 : common;
    }

    private static string Show(ReadOnlySpan<double> span, int index) => index < span.Length
        ? string.Create(CultureInfo.InvariantCulture, $"{span[index]:R} (0x{BitConverter.DoubleToInt64Bits(span[index]):X16})")
        : "absent";
}
