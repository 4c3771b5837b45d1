using System.Text;
using Myco.Engine.Fields;
using Myco.Engine.Formats;
using Myco.Engine.Tests.Fields;

namespace Myco.Engine.Tests.Formats;

/// <summary>DocumentReader, DocumentWriter and FieldCheck on a record with a field of every kind, in each DocumentLayout: what is written reads back, what breaks a
/// rule is refused at its place, and by the check in the same words.</summary>
public sealed class DocumentReaderTests
{
    private const string Needed = "\"filled\": [1, 2], \"pairs\": [{}, {}]";

    private static readonly Everything Full = new()
    {
        Flag = true,
        Number = 0.1,
        OrNull = double.PositiveInfinity,
        OrNothing = -0.0,
        Whole = 9,
        Unsigned = ulong.MaxValue,
        Text = "\u20AC \"quoted\" \\ \u0001",
        Choice = DayOfWeek.Friday,
        Texts = ["a", "b"],
        Numbers = [1e-300, double.NegativeInfinity, 1.0 / 3],
        NumbersOrNull = [1, 2],
        NumbersOrNothing = [],
        MatrixOrNothing = [1, 2, 3, 4],
        Filled = [0, double.MaxValue],
        Pairs = [new(1, 1), new(-5, double.Epsilon)],
        Part = new(0, 0),
        PartOrNothing = new() { Text = "inner" },
        Parts = [new(3, 4)],
        NumberTable = new Dictionary<string, double> { ["a"] = 1, ["b.c"] = 2 },
        Table = new Dictionary<string, Everything.Pair> { ["x"] = new(1, 2) },
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "\"flag\": ¦1", "flag must be true or false, not 1" },
        { "\"number\": ¦2", "number is 2; it must be from 0 to 1" },
        { "\"number\": ¦{}", "number must be a number, not an object" },
        { "\"orNull\": ¦\"NaN\"", "orNull is NaN; it must be a number" },
        { "\"orNothing\": ¦null", "orNothing must be a number, not null" },
        { "\"whole\": ¦10", "whole is 10; it must be from 1 to 9" },
        { "\"whole\": ¦1.5", "whole must be a whole number from 1 to 9, not 1.5" },
        { "\"whole\": ¦7", "whole is 7, which is nobody's number" },
        { "\"unsigned\": ¦-1", "unsigned must be a whole number from 0" },
        { "\"text\": ¦\"\"", "text is ''; it must have 1 to 64 characters" },
        { "\"text\": ¦5", "text must be a text, not 5" },
        { "\"choice\": ¦\"Someday\"", "choice is 'Someday'; it must be Sunday or Monday or" },
        { "\"choice\": ¦7", "choice is 7; it must be Sunday" },
        { "\"texts\": ¦[\"a\", \"b\", \"c\"]", "texts has 3 texts; there must be at most 2" },
        { "\"texts\": [\"a\", ¦1]", "texts[1] must be a text, not 1" },
        { "\"numbers\": ¦[]", "numbers has 0 numbers; there must be 1 to 3" },
        { "\"numbers\": [1, ¦\"x\"]", "numbers[1] must be a number, not 'x'" },
        { "\"numbersOrNull\": ¦[1]", "numbersOrNull has 1 numbers; there must be 2" },
        { "\"numbersOrNothing\": ¦null", "numbersOrNothing must be an array of numbers, not null" },
        { "\"matrixOrNothing\": [[1, 2], ¦[3]]", "matrixOrNothing[1] has 1 numbers; there must be 2" },
        { "\"matrixOrNothing\": ¦[]", "matrixOrNothing has 0 rows; there must be 1 to 2" },
        { "\"part\": ¦null", "part must be an object, not null" },
        { "\"part\": {\"less\": ¦5}", "part.less is 5, above more, 0" },
        { "\"part\": {¦\"lesser\": 5}", "'lesser' is no key of part; remove it or mend its spelling: there are less, more" },
        { "\"partOrNothing\": {\"filled\": [1, 2], \"pairs\": [{}, {\"less\": ¦\"NaN\"}]}", "partOrNothing.pairs[1].less is NaN" },
        { "\"partOrNothing\": ¦{\"pairs\": [{}, {}]}", "partOrNothing lacks 'filled'" },
        { "\"parts\": [{}, {}, {}]¦", "parts has 3 objects; there must be at most 2" },
        { "\"parts\": [¦[]]", "parts[0] must be an object, not an array" },
        { "\"numberTable\": ¦[]", "numberTable must be an object of names, not an array" },
        { "\"numberTable\": {\"a\": ¦\"Infinity\"}", "numberTable.a is Infinity; it must be finite" },
        { "\"table\": {¦\"\": {}}", "the name must have 1 to 64 characters" },
        { "\"table\": ¦{\"a\": {}, \"b\": {}, \"c\": {}}", "table has 3 names; there must be at most 2" },
        { "\"table\": {\"a\": {}, ¦\"a\": {}}", "'a' stands twice in table" },
        { "¦\"surprise\": 1", "'surprise' is no key; remove it" },
    };

    [Fact]
    public void What_is_written_reads_back_to_the_last_bit_in_every_layout()
    {
        foreach (DocumentLayout layout in (DocumentLayout[])[DocumentLayout.ValueALine, DocumentLayout.OneLine])
        {
            foreach (Everything value in (Everything[])[Full, new()])
            {
                byte[] bytes = Samples.Bytes(stream => DocumentWriter.Write(value, stream, layout, "test/1"));
                Everything again = DocumentReader.Read<Everything>(DocumentTree.Parse(bytes), "test/1", isNeeded: true);
                Assert.Equal(Walk(value), Walk(again));
                Assert.Equal(bytes, Samples.Bytes(stream => DocumentWriter.Write(again, stream, layout, "test/1")));
                Assert.Equal(layout == DocumentLayout.OneLine ? 0 : 1, Math.Min(1, bytes.Count(one => one == '\n')));
            }
        }
    }

    [Fact]
    public void A_list_a_line_puts_a_list_on_the_line_of_its_key_and_leaves_characters_as_they_are()
    {
        string text = Encoding.UTF8.GetString(Samples.Bytes(stream => DocumentWriter.Write(Full with { Numbers = [1, 0.25] }, stream, DocumentLayout.ListALine)));
        Assert.Contains("\n  \"numbers\": [1, 0.25],\n", text, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"€", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_stand_in_any_order_and_what_is_left_out_keeps_its_default()
    {
        Everything value = Read($"{{\"whole\": 4, {Needed}, \"number\": 1, \"flag\": true, \"choice\": \"friDAY\"}}");
        Assert.Equal((4, 1, true, DayOfWeek.Friday, "plain"), (value.Whole, value.Number, value.Flag, value.Choice, value.Text));
        Assert.Equal(DayOfWeek.Monday, Read($"{{{Needed}, \"choice\": 1}}").Choice);
        Assert.Null(Read($"{{{Needed}, \"orNull\": null, \"numbersOrNull\": null, \"partOrNothing\": null}}").OrNull);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_breaks_a_rule_is_refused_at_its_place(string field, string words)
    {
        string marked = field.EndsWith('¦') ? field.Replace("¦", string.Empty, StringComparison.Ordinal).Replace("[{", "¦[{", StringComparison.Ordinal) : field;
        Samples.Refused(bytes => Read(Encoding.UTF8.GetString(bytes)), Samples.Damaged($"{{\n{Needed},\n  €}}", "€", marked), words);
    }

    [Fact]
    public void A_program_is_told_in_the_words_of_a_file()
    {
        Assert.Null(FieldCheck.Of(Full));
        Assert.Equal("number is 2; it must be from 0 to 1", FieldCheck.Of(Full with { Number = 2 })?.Text);
        Assert.Equal("whole is 7, which is nobody's number", FieldCheck.Of(Full with { Whole = 7 })?.Text);
        Assert.Equal("partOrNothing.pairs[1].less is 3, above more, 1", FieldCheck.Of(Full with { PartOrNothing = new() { Pairs = [default, new(3, 1)] } })?.Text);
        Assert.Equal("numberTable.b is NaN; it must be finite", FieldCheck.Of(Full with { NumberTable = new Dictionary<string, double> { ["b"] = double.NaN } })?.Text);
        Assert.Equal("texts is null; give it", FieldCheck.Of(Full with { Texts = null! })?.Text);
        Assert.Equal("text is null; give it", FieldCheck.Of(Full with { Text = null! })?.Text);
        Assert.Equal("parts has 3 records; there must be 0 to 2", FieldCheck.Of(Full with { Parts = new Everything.Pair[3] })?.Text);
        Assert.Equal("choice is 9; it must be", FieldCheck.Of(Full with { Choice = (DayOfWeek)9 })?.Text[..23]);
        Assert.Equal(["part", "less"], FieldCheck.Of(Full with { Part = new(2, 1) })?.Place);
    }

    private static Everything Read(string text) => DocumentReader.Read<Everything>(DocumentTree.Parse(Encoding.UTF8.GetBytes(text)));

    private static List<(string Place, object? Value)> Walk(Everything value)
    {
        FieldWalk walk = new();
        _ = Everything.Accept(walk, value);
        return walk.Seen;
    }
}
