using System.Text;
using System.Text.Json;
using Myco.Engine.Formats;

namespace Myco.Engine.Tests.Formats;

/// <summary>DocumentTree and what it is made of: DocumentToken, DocumentNode, DocumentChildren; and the DocumentException that tells a place.</summary>
public sealed class DocumentTreeTests
{
    private const string Sample = """
        { // Comments are read over, 'brackets {[' in them too.
          "a": [1, {"b": "é€"}, [], -0.5e-3,],
          "c": { "d": null, "\u0065": true, },
        }
        """;

    [Fact]
    public void Every_value_knows_its_place_and_its_words()
    {
        DocumentTree tree = DocumentTree.Parse(Encoding.UTF8.GetBytes(Sample));
        Assert.True(tree.Root.TryGet("a", out DocumentNode list));
        Assert.True(tree.Root.TryGet("c", out DocumentNode inner));
        Assert.Equal((2, 4, 2), (tree.Root.Count, list.Count, inner.Count));
        List<string> paths = [];
        foreach (DocumentNode item in list.Items)
        {
            paths.Add($"{item.Path()} {item.Describe()}");
        }

        Assert.Equal(["a[0] 1", "a[1] an object", "a[2] an array", "a[3] -0.5e-3"], paths);
        Assert.True(inner.TryGet("e", out DocumentNode flag));
        Assert.Equal(("c.e", JsonTokenType.True), (flag.Path(), flag.Kind));
        DocumentException exception = Assert.Throws<DocumentException>(() => flag.Throw("no"));
        Assert.Equal((3, 31), (exception.Line, exception.Column));
    }

    [Fact]
    public void Columns_count_characters_and_lines_begin_where_the_file_says()
    {
        DocumentTree tree = DocumentTree.Parse(Encoding.UTF8.GetBytes("\uFEFF{\"é€\": 1}"), firstLine: 7);
        tree.Root.TryGet("é€", out DocumentNode value);
        DocumentException exception = Assert.Throws<DocumentException>(() => value.Refuse("is wrong"));
        Assert.Equal((7, 8, "é€ is wrong"), (exception.Line, exception.Column, exception.Message));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-0", -0.0)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("\"1.5e3\"", 1500)]
    [InlineData("\"\\u0031\"", 1)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("4.9406564584124654e-324", double.Epsilon)]
    public void Numbers_are_read_to_the_last_bit(string text, double expected)
    {
        Assert.True(Value(text).TryNumber(out double value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"1e999\"")]
    [InlineData("\"nan\"")]
    [InlineData("\"0x10\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void What_is_no_number_is_none(string text) => Assert.False(Value(text).TryNumber(out _));

    [Theory]
    [InlineData("9223372036854775807", true)]
    [InlineData("\"-5\"", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("1.0", false)]
    [InlineData("1e3", false)]
    [InlineData("\" 1\"", false)]
    public void Whole_numbers_have_digits_alone(string text, bool isWhole) => Assert.Equal(isWhole, Value(text).TryWhole(out long _));

    [Fact]
    public void A_text_cut_off_at_any_byte_is_refused_at_its_end()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);
        for (int length = 0; length < bytes.Length; length++)
        {
            DocumentException exception = Assert.Throws<DocumentException>(() => DocumentTree.Parse(bytes.AsMemory(0, length)));
            Samples.CheckLine(exception);
            Assert.True(exception is { Line: >= 1, Column: >= 1 }, exception.Message);
        }
    }

    [Fact]
    public void Any_damage_is_refused_at_a_place_or_read_whole()
    {
        Random random = new(20_261_201);
        int read = 0, refused = 0;
        for (int round = 0; round < 5_000; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Sample);
            for (int hit = random.Next(1, 5); hit > 0; hit--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "{}[]\",:\\/*0-e.\nn"[random.Next(16)]);
            }

            try
            {
                Assert.True(Values(DocumentTree.Parse(bytes).Root) > 0);
                read++;
            }
            catch (DocumentException exception)
            {
                Samples.CheckLine(exception);
                Assert.True(exception is { Line: >= 1, Column: >= 1 }, exception.Message);
                refused++;
            }
        }

        Assert.True(read > 200 && refused > 2_000, $"{read} read, {refused} refused");
    }

    [Fact]
    public void A_document_as_large_as_may_be_is_read()
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{{\"a\": [{string.Join(",", Enumerable.Repeat("1", (DocumentLimits.FileBytes / 2) - 8))}]}}");
        Assert.True(DocumentTree.Parse(bytes).Root.TryGet("a", out DocumentNode list));
        Assert.Equal((DocumentLimits.FileBytes / 2) - 8, list.Count);
    }

    /// <summary>The values in a value and itself, every text among them read.</summary>
    private static int Values(DocumentNode node)
    {
        int count = node.Describe().Length > 0 ? 1 : 0;
        foreach (DocumentNode item in node.Items)
        {
            count += Values(item);
        }

        foreach (DocumentNode member in node.Members)
        {
            count += Values(member) + member.Name.Text().Length;
        }

        return count;
    }

    private static DocumentNode Value(string text)
    {
        Assert.True(DocumentTree.Parse(Encoding.UTF8.GetBytes($"{{\"a\": {text}}}")).Root.TryGet("a", out DocumentNode value));
        return value;
    }
}
