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

    /// <summary>A text with a part put in the place of another, and where the mark ¦ in that part then stands, from 1.</summary>
    public static (string Text, int Line, int Column) Damaged(string text, string good, string bad)
    {
        int place = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{good}' is not in the sample");
        string damaged = text[..place] + bad + text[(place + good.Length)..];
        int mark = damaged.IndexOf('¦', StringComparison.Ordinal);
        Assert.True(mark >= 0, $"'{bad}' has no mark");
        return (damaged.Remove(mark, 1), damaged.AsSpan(0, mark).Count('\n') + 1, mark - damaged.AsSpan(0, mark).LastIndexOf('\n'));
    }

    /// <summary>Reads what must be refused on one line, at a place.</summary>
    public static DocumentException Refused(Action<byte[]> read, (string Text, int Line, int Column) damaged, string what)
    {
        DocumentException exception = Refused(read, damaged.Text, what);
        Assert.Equal((damaged.Line, damaged.Column, exception.Message), (exception.Line, exception.Column, exception.Message));
        return exception;
    }

    /// <summary>Reads what must be refused on one line.</summary>
    public static DocumentException Refused(Action<byte[]> read, string text, string what)
    {
        DocumentException exception = Assert.Throws<DocumentException>(() => read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        CheckLine(exception);
        return exception;
    }

    /// <summary>Holds an error against what every error of a document is: one line, not too long, of a place in the document.</summary>
    public static void CheckLine(DocumentException exception)
    {
        Assert.True(exception.Line >= 0 && exception.Column >= 0);
        Assert.True(exception.Message.Length is > 5 and <= 501, $"{exception.Message.Length} characters: {exception.Message[..Math.Min(200, exception.Message.Length)]}");
        Assert.DoesNotContain(exception.Message, char.IsControl);
    }
}
