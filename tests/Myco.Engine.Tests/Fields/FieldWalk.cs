using Myco.Engine.Fields;

namespace Myco.Engine.Tests.Fields;

/// <summary>Walks a declaration: lists every number and text in it, or changes the one of a given index and leaves the others.</summary>
internal sealed class FieldWalk(int changed = -1) : IFields
{
    private readonly List<string> _place = [];

    /// <summary>Every field with its value, in the order of the declaration.</summary>
    public List<(string Place, object? Value)> Seen { get; } = [];

    public double Present { get; set; }

    public void Need(params ReadOnlySpan<string> keys)
    {
    }

    public void Refuse(string what, params ReadOnlySpan<string> place)
    {
    }

    public bool Flag(string key, bool value) => See(key, value) ? !value : value;

    public double Number(string key, double value, Interval range) => See(key, value) ? Other(value, range) : value;

    public double? NumberOrNull(string key, double? value, Interval range) => See(key, value) ? Other(value ?? 0, range) : value;

    public double? NumberOrNothing(string key, double? value, Interval range) => NumberOrNull(key, value, range);

    public long Whole(string key, long value, long least, long most) => See(key, value) ? value < most ? value + 1 : value - 1 : value;

    public ulong Unsigned(string key, ulong value) => See(key, value) ? value + 1 : value;

    public string Text(string key, string value, TextRule rule) => See(key, value) ? value + "x" : value;

    public TChoice Choice<TChoice>(string key, TChoice value)
        where TChoice : struct, Enum => See(key, value) ? Enum.GetValues<TChoice>().First(other => !other.Equals(value)) : value;

    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> values, TextRule rule, int least, int most) =>
        Inside(key, () => values.Select((value, i) => Text($"{i}", value, rule)).ToList());

    public IReadOnlyList<double> Numbers(string key, IReadOnlyList<double> values, Interval range, int least, int most) =>
        Inside(key, () => values.Select((value, i) => Number($"{i}", value, range)).ToList());

    public IReadOnlyList<double>? NumbersOrNull(string key, IReadOnlyList<double>? values, Interval range, int least, int most) =>
        values is null ? null : Numbers(key, values, range, least, most);

    public double[]? NumbersOrNothing(string key, double[]? values, Interval range, int least, int most) =>
        values is null ? null : [.. Numbers(key, values, range, least, most)];

    public double[]? MatrixOrNothing(string key, double[]? values, Interval range, int most) => NumbersOrNothing(key, values, range, 0, most * most);

    public void Fill(string key, Span<double> values, Interval range) => Numbers(key, values.ToArray(), range, 0, values.Length).ToArray().CopyTo(values);

    public void Fill<T>(string key, Span<T> values)
        where T : struct, IDeclared<T> => Parts(key, values.ToArray(), 0, values.Length).ToArray().CopyTo(values);

    public T Part<T>(string key, T value, Declaration<T> declaration) => Inside(key, () => declaration(this, value));

    public T? PartOrNothing<T>(string key, T? value, Declaration<T> declaration)
        where T : class => value is null ? null : Part(key, value, declaration);

    public IReadOnlyList<T> Parts<T>(string key, IReadOnlyList<T> values, int least, int most)
        where T : IDeclared<T> => Inside(key, () => values.Select((value, i) => Part($"{i}", value, T.Accept)).ToList());

    public IReadOnlyDictionary<string, double> NumberTable(string key, IReadOnlyDictionary<string, double> values, TextRule names, Interval range) =>
        Inside(key, () => values.ToDictionary(pair => pair.Key, pair => Number(pair.Key, pair.Value, range)));

    public IReadOnlyDictionary<string, T> Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most)
        where T : struct, IDeclared<T> => Inside(key, () => values.ToDictionary(pair => pair.Key, pair => Part(pair.Key, pair.Value, T.Accept)));

    /// <summary>The next number that the rule allows: so near that no rule over several fields, such as a sum of 1, is broken by it.</summary>
    private static double Other(double value, Interval range) => value < double.MaxValue && range.Contains(Math.BitIncrement(value)) ? Math.BitIncrement(value) : Math.BitDecrement(value);

    private bool See(string key, object? value)
    {
        Seen.Add((string.Join('.', _place.Append(key)), value));
        return Seen.Count - 1 == changed;
    }

    private T Inside<T>(string key, Func<T> walk)
    {
        _place.Add(key);
        T value = walk();
        _place.RemoveAt(_place.Count - 1);
        return value;
    }
}
