using System.Text;
using Myco.Engine.Formats;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Vectors;

/// <summary>VectorNode, VectorDocument and KnownKeys.</summary>
public sealed class VectorNodeTests
{
    private const string Text = """
        {
          "whole": "-7", "real": "0.5", "large": "115792089237316195423570985008687907853269984665640564039457584007913129639935",
          "flag": true, "list": [1, "2", 3], "inner": { "late": "18446744073709551616" }, "note": "a remark"
        }
        """;

    private static VectorNode Root => Read(Text);

    [Fact]
    public void A_value_is_what_is_asked_of_it()
    {
        Assert.Equal(-7, Root["whole"].Integer());
        Assert.Equal(0.5, Root["real"].Number());
        Assert.Equal(UInt256.MaxValue, Root["large"].UInt());
        Assert.Equal(-7L, Root["whole"].Int());
        Assert.True(Root["flag"].Flag());
        Assert.Equal([1, 2, 3], Root["list"].Integers());
        Assert.Equal([1.0, 2.0, 3.0], Root["list"].Numbers());
        Assert.Equal([1UL, 2UL, 3UL], Root["list"].UInts());
        Assert.Equal("[1, \"2\", 3]", Root["list"].Written());
        Assert.Equal("{ \"late\": \"18446744073709551616\" }", Root["inner"].Written());
        Assert.Equal("\"0.5\"", Root["real"].Written());
        Assert.Equal(["whole", "real", "large", "flag", "list", "inner", "note"], Root.Keys());
        Assert.True(Root.Has("flag") && !Root.Has("late") && !Root["flag"].Has("flag"));
    }

    public static TheoryData<string, int, int, Func<object>> Refusals => new()
    {
        { "other is missing; complete the file", 1, 1, () => Root["other"] },
        { "inner.early is missing; complete the file", 3, 47, () => Root["inner"]["early"] },
        { "real is '0.5'; it must be a whole number; correct the file", 2, 26, () => Root["real"].Integer() },
        { "note is 'a remark'; it must be a number; correct the file", 3, 91, () => Root["note"].Number() },
        { "whole is '-7'; it must be an integer from 0 to 2^256 - 1 in decimal digits; correct the file", 2, 12, () => Root["whole"].UInt() },
        { "inner.late is '18446744073709551616'; it must be a time in seconds below 2^64; correct the file", 3, 57, () => Root["inner"]["late"].Seconds() },
        { "note must be true or false; correct the file", 3, 91, () => Root["note"].Flag() },
        { "flag must be a string or a number; correct the file", 3, 11, () => Root["flag"].Text() },
        { "inner must be a list; correct the file", 3, 47, () => Root["inner"].List() },
        { "list has 3 values; there are 2 assets; correct the file", 3, 25, () => Root["list"].ErrorOf([1, 2]) },
        { "note is 'a remark'; it must be a decimal number; correct the file", 3, 91, () => Root["note"].ErrorOf(1) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_value_of_another_kind_is_refused_with_its_place(string message, int line, int column, Func<object> read)
    {
        DocumentException refusal = Assert.Throws<DocumentException>(read);
        Assert.Equal((message, line, column), (refusal.Message, refusal.Line, refusal.Column));
    }

    [Fact]
    public void A_key_stands_once_in_its_object_and_again_in_another()
    {
        Assert.Equal("1", Read("{\"a\": {\"a\": 1}, \"b\": [{\"a\": 2}]}")["a"]["a"].Text());
        Assert.Equal("'a' stands twice in b[0]; remove one", Assert.Throws<DocumentException>(() => Read("{\"b\": [{\"a\": 2, \"\\u0061\": 1}]}")).Message);
    }

    [Fact]
    public void A_key_that_is_neither_known_nor_a_remark_fails_a_case()
    {
        string[] known = ["whole", "real", "large", "flag", "list"];
        Assert.Equal("inner", KnownKeys.FirstUnknown(Root, known));
        Assert.Null(KnownKeys.FirstUnknown(Root, [.. known, "inner"]));
        VectorTally tally = new(mostUlp: 6);
        KnownKeys.FailUnknown(Root, known, "mine", tally);
        Assert.Contains("'inner' is no key of mine", Assert.Single(tally.Failures), StringComparison.Ordinal);
    }

    private static VectorNode Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return VectorDocument.Read(stream);
    }
}
