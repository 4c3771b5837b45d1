using System.Text;
using Myco.Cli.Orders;

namespace Myco.Cli.Tests.Orders;

public sealed class CsvFieldsTests
{
    [Theory]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("", "")]
    [InlineData(",", "|")]
    [InlineData(" a ,\tb\t", "a|b")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData(" \"a\" , \"b\" ", "a|b")]
    [InlineData("\"say \"\"hi\"\"\",x", "say \"\"hi\"\"|x")]
    [InlineData("\"\",x", "|x")]
    public void Fields_are_split_after_RFC_4180(string line, string expected) => Assert.Equal(expected, Split(line, out _));

    [Theory]
    [InlineData("\"a")]
    [InlineData("a\"b")]
    [InlineData("a\"\"b")]
    [InlineData("x,a\"\",y")]
    [InlineData("\"a\"b,c")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"")]
    [InlineData("x,\"\"\"")]
    public void A_misplaced_quotation_mark_is_found(string line)
    {
        Split(line, out int count);
        Assert.Equal(-1, count);
    }

    [Fact]
    public void More_fields_than_fit_are_told_apart_from_as_many()
    {
        Split("1,2,3,4,5", out int five);
        Split("1,2,3,4,5,", out int six);
        Assert.Equal((5, 6), (five, six));
    }

    private static string Split(string line, out int count)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        Range[] fields = new Range[5];
        count = CsvFields.Split(bytes, fields);
        return string.Join('|', fields.Take(Math.Clamp(count, 0, 5)).Select(field => Encoding.UTF8.GetString(bytes.AsSpan(field))));
    }
}
