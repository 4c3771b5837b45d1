using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Fields;

namespace Myco.Engine.Tests.Reserve.System;

/// <summary>The state is declared once (<see cref="SystemNumbers"/>, <see cref="SystemCore"/>, <see cref="CommitmentLedger"/>): a field that the draft, the
/// document, the reader, the check or the public view forgets is found here.</summary>
public class SystemDeclarationTests
{
    private static readonly byte[] Sample = Systems.Bytes(Systems.InUse());

    private static readonly byte[] Moving = Systems.Bytes(Systems.InUse(isMoving: true));

    [Fact]
    public void Every_property_of_the_numbers_is_declared()
    {
        foreach (PropertyInfo property in typeof(SystemNumbers).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            SystemState state = Read(property.Name == nameof(SystemNumbers.Motion) ? Moving : Sample);
            List<(string Place, object? Value)> before = Walk(state.Core);
            object numbers = state.Core.Numbers, value = property.GetValue(numbers)!;
            property.SetValue(numbers, Other(value));
            state.Core.Numbers = (SystemNumbers)numbers;
            Assert.True(!before.SequenceEqual(Walk(state.Core)), $"{property.Name} is not shown by {nameof(SystemNumbers)}.{nameof(SystemNumbers.Accept)}");
        }
    }

    [Fact]
    public void Every_vector_of_the_core_is_declared_and_seen_by_the_public_state()
    {
        SystemState state = Read(Sample);
        PropertyInfo[] vectors = [.. typeof(SystemCore).GetProperties().Where(property => property.PropertyType.IsArray)];
        Assert.Equal(5, vectors.Length);
        foreach (PropertyInfo vector in vectors)
        {
            List<(string Place, object? Value)> before = Walk(state.Core);
            Array values = (Array)vector.GetValue(state.Core)!;
            values.SetValue(Other(values.GetValue(2)!), 2);
            Assert.True(!before.SequenceEqual(Walk(state.Core)), $"{vector.Name} is not shown by {nameof(SystemCore)}.{nameof(SystemCore.AcceptVectors)}");
            Assert.NotNull(typeof(SystemState).GetProperty(vector.Name));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_change_of_any_field_is_seen_by_draft_document_and_reader(bool isMoving)
    {
        SystemState sample = Read(isMoving ? Moving : Sample);
        List<(string Place, object? Value)> fields = Walk(sample.Core);
        Assert.True(fields.Count > 70, $"{fields.Count} fields");
        HashSet<string> texts = [];
        for (int changed = 0; changed < fields.Count; changed++)
        {
            SystemState state = Read(isMoving ? Moving : Sample);
            state.Core.Accept(new FieldWalk(changed));
            List<(string Place, object? Value)> expected = Walk(state.Core);
            string[] different = [.. fields.Zip(expected).Where(pair => !Equals(pair.First, pair.Second)).Select(pair => pair.First.Place)];
            Assert.Equal([fields[changed].Place], different);
            Assert.Equal(expected, Walk(state.Draft()));
            Assert.True(texts.Add(Encoding.UTF8.GetString(Systems.Bytes(state))), $"{fields[changed].Place} is not written");
            SystemCore read = new(state.Core.Rules);
            using DocumentWriterOf copy = new(state.Core);
            read.Accept(copy.Reader());
            Assert.Equal(expected, Walk(read));
        }
    }

    [Fact]
    public void Every_number_of_a_state_is_checked_when_it_is_read()
    {
        foreach (byte[] sample in (byte[][])[Sample, Moving])
        {
            int numbers = 0;
            foreach (string[] path in Numbers(JsonNode.Parse(sample)!, []))
            {
                JsonNode root = JsonNode.Parse(sample)!;
                JsonNode parent = path[..^1].Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step, null)]! : node[step]!);
                if (parent is JsonArray list)
                {
                    list[int.Parse(path[^1], null)] = "NaN";
                }
                else
                {
                    parent[path[^1]] = "NaN";
                }

                DocumentException exception = Assert.Throws<DocumentException>(() => Read(Encoding.UTF8.GetBytes(root.ToJsonString())));
                Assert.StartsWith(Place(path), exception.Message, StringComparison.Ordinal);
                numbers++;
            }

            Assert.True(numbers > 150, $"{numbers} numbers");
        }
    }

    private static object Other(object value) => value switch
    {
        double number => number + 1,
        long number => number + 1,
        _ => value.GetType().IsValueType ? Activator.CreateInstance(value.GetType())! : null!,
    };

    private static List<(string Place, object? Value)> Walk(SystemCore core)
    {
        FieldWalk walk = new();
        core.Accept(walk);
        return walk.Seen;
    }

    private static IEnumerable<string[]> Numbers(JsonNode? node, string[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Numbers(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, i) => Numbers(item, [.. path, $"{i}"])),
        JsonValue value when value.GetValueKind() == global::System.Text.Json.JsonValueKind.Number => [path],
        _ => [],
    };

    private static string Place(string[] path) => string.Concat(path.Select((step, i) => char.IsAsciiDigit(step[0]) ? $"[{step}]" : i == 0 ? step : $".{step}"));

    private static SystemState Read(byte[] bytes) => SystemFile.Read(new MemoryStream(bytes));

    /// <summary>The document of a core alone.</summary>
    private sealed class DocumentWriterOf : IDisposable
    {
        private readonly MemoryStream _stream = new();

        public DocumentWriterOf(SystemCore core)
        {
            using DocumentWriter writer = new(_stream, DocumentLayout.OneLine);
            core.Accept(writer);
            writer.Finish();
        }

        public DocumentReader Reader() => new(DocumentTree.Parse(_stream.ToArray()));

        public void Dispose() => _stream.Dispose();
    }
}
