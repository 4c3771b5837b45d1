using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

internal sealed partial class DocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> values, TextRule rule, int least, int most)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return Default(key, values, values.Count >= least);
        }

        CheckArray(node, "texts", least, most);
        List<string> texts = new(node.Count);
        foreach (DocumentNode item in node.Items)
        {
            texts.Add(Text(item, rule));
        }

        return texts;
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Numbers(string key, IReadOnlyList<double> values, Interval range, int least, int most) =>
        TryFind(key, out DocumentNode node) ? Numbers(node, range, least, most) : Default(key, values, values.Count >= least);

    /// <inheritdoc/>
    public IReadOnlyList<double>? NumbersOrNull(string key, IReadOnlyList<double>? values, Interval range, int least, int most) =>
        TryFind(key, out DocumentNode node) ? node.IsNull ? null : Numbers(node, range, least, most) : values;

    /// <inheritdoc/>
    public double[]? NumbersOrNothing(string key, double[]? values, Interval range, int least, int most) =>
        TryFind(key, out DocumentNode node) ? Numbers(node, range, least, most) : values;

    /// <inheritdoc/>
    public double[]? MatrixOrNothing(string key, double[]? values, Interval range, int most)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return values;
        }

        CheckArray(node, "rows", 1, most);
        double[] numbers = new double[node.Count * node.Count];
        int row = 0;
        foreach (DocumentNode item in node.Items)
        {
            CheckArray(item, "numbers", node.Count, node.Count);
            Fill(item, numbers.AsSpan(node.Count * row++, node.Count), range);
        }

        return numbers;
    }

    /// <inheritdoc/>
    public void Fill(string key, Span<double> values, Interval range)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            ThrowMissing(key);
        }

        CheckArray(node, "numbers", values.Length, values.Length);
        Fill(node, values, range);
    }

    /// <inheritdoc/>
    public void Fill<T>(string key, Span<T> values)
        where T : struct, IDeclared<T>
    {
        if (!TryFind(key, out DocumentNode node))
        {
            ThrowMissing(key);
        }

        CheckArray(node, "objects", values.Length, values.Length);
        int at = 0;
        foreach (DocumentNode item in node.Items)
        {
            values[at++] = Inside<T>(item, T.Accept);
        }
    }

    /// <inheritdoc/>
    public T Part<T>(string key, T value, Declaration<T> declaration) =>
        TryFind(key, out DocumentNode node) ? Inside(node, declaration) : Default(key, value, value is not null);

    /// <inheritdoc/>
    public T? PartOrNothing<T>(string key, T? value, Declaration<T> declaration)
        where T : class => TryFind(key, out DocumentNode node) ? node.IsNull ? null : Inside(node, declaration) : value;

    /// <inheritdoc/>
    public IReadOnlyList<T> Parts<T>(string key, IReadOnlyList<T> values, int least, int most)
        where T : IDeclared<T>
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return Default(key, values, values.Count >= least);
        }

        CheckArray(node, "objects", least, most);
        List<T> parts = new(node.Count);
        foreach (DocumentNode item in node.Items)
        {
            parts.Add(Inside<T>(item, T.Accept));
        }

        return parts;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> NumberTable(string key, IReadOnlyDictionary<string, double> values, TextRule names, Interval range) =>
        TryFind(key, out DocumentNode node) ? Table(node, names, int.MaxValue, item => Number(item, range)) : values;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, T> Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most)
        where T : struct, IDeclared<T> => TryFind(key, out DocumentNode node) ? Table(node, names, most, item => Inside<T>(item, T.Accept)) : values;

    private static Dictionary<string, T> Table<T>(DocumentNode node, TextRule names, int most, Func<DocumentNode, T> read)
    {
        if (node.Kind != JsonTokenType.StartObject)
        {
            node.Refuse($"must be an object of names, not {node.Describe()}; write it in braces");
        }

        if (node.Count > most)
        {
            node.Refuse($"has {node.Count} names; there must be at most {most}");
        }

        Dictionary<string, T> table = new(node.Count);
        foreach (DocumentNode item in node.Members)
        {
            string name = item.Name.Text();
            if (!names.Holds(name))
            {
                item.Name.Throw($"{item.Path()}: the name must {names.Words}");
            }

            table.Add(name, read(item));
        }

        return table;
    }

    private static double[] Numbers(DocumentNode node, Interval range, int least, int most)
    {
        CheckArray(node, "numbers", least, most);
        double[] numbers = new double[node.Count];
        Fill(node, numbers, range);
        return numbers;
    }

    private static void Fill(DocumentNode node, Span<double> values, Interval range)
    {
        int at = 0;
        foreach (DocumentNode item in node.Items)
        {
            values[at++] = Number(item, range);
        }
    }
}
