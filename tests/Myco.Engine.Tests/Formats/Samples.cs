using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Formats;

/// <summary>Documents for the tests, and what is checked of them over and over.</summary>
internal static class Samples
{
    public const string Angles = """
        {
          "format": "myco-pool/1",
          "kind": "ellipsoid",
          "assets": ["A", "B", "C"],
          "stretch": [2, 3, 1],
          "angles": [0.1, 0.2, 0.3],
          "priceLower": [0.8, 0.8, 1],
          "priceUpper": [1.25, 1.25, 1],
          "balances": [1200, 900, 1100],
          "fee": 0.001,
        }
        """;

    public const string Rotation = """
        {
          "kind": "ellipsoid", "assets": ["A", "B"], "stretch": ["2", 1],
          "rotation": [[0.8, 0.6], [-0.6, 0.8]],
          "priceLower": [0.5, 1], "priceUpper": [2, 1], "balances": [100, 90], "rates": [1, 1.1], "supply": 7
        }
        """;

    public const string Eclp = """
        {
          "kind": "ellipsoid", "assets": ["A", "B"],
          "eclp": {"alpha": 0.95, "beta": 1.05, "c": 0.7071067811865476, "s": 0.7071067811865476, "lambda": 100},
          "balances": [100, 90]
        }
        """;

    public static SurfaceDefinition Definition(int dimension)
    {
        double[] angles = [.. Enumerable.Range(0, dimension * (dimension - 1) / 2).Select(i => 0.1 / (i + 1))];
        double[] ones = [.. Enumerable.Repeat(1.0, dimension)];
        double[] lower = [.. ones.Select((one, i) => i == 0 ? 0.9 : one)];
        return EllipsoidSurface.FromAngles(ones, angles, lower, ones).Definition;
    }

    public static byte[] Bytes(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }

    public static void Refused(int line, string what, string text)
    {
        DocumentException exception = Assert.Throws<DocumentException>(() => PoolFile.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        Assert.Equal(line, exception.Line);
    }
}
