using System.Globalization;

namespace Myco.Engine.Fields;

/// <summary>Holds a record that was made in a program against the rules that a file is read by, and keeps the first that is broken.</summary>
internal sealed class FieldCheck : IFields
{
    private readonly List<string> _place = [];

    private FieldCheck()
    {
    }

    /// <inheritdoc/>
    public double Present { get; set; } = double.PositiveInfinity;

    private Flaw? Found { get; set; }

    /// <summary>The first thing wrong with a record; null when nothing is.</summary>
    public static Flaw? Of<T>(T value)
        where T : IDeclared<T>
    {
        FieldCheck check = new();
        _ = T.Accept(check, value);
        return check.Found;
    }

    /// <summary>A record that was made has what it needs: the language asks for it.</summary>
    public void Need(params ReadOnlySpan<string> keys)
    {
    }

    /// <inheritdoc/>
    public void Refuse(string what, params ReadOnlySpan<string> place) => Found ??= Flaw.At(what, [.. _place, .. place]);

    /// <inheritdoc/>
    public bool Flag(string key, bool value) => value;

    /// <inheritdoc/>
    public double Number(string key, double value, Interval range)
    {
        if (range.Problem(value) is string problem)
        {
            Refuse(problem, key);
        }

        return value;
    }

    /// <inheritdoc/>
    public double? NumberOrNull(string key, double? value, Interval range) => value is double number ? Number(key, number, range) : null;

    /// <inheritdoc/>
    public double? NumberOrNothing(string key, double? value, Interval range) => NumberOrNull(key, value, range);

    /// <inheritdoc/>
    public long Whole(string key, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            Refuse($"is {value}; it must be from {least} to {most}", key);
        }

        return value;
    }

    /// <inheritdoc/>
    public ulong Unsigned(string key, ulong value) => value;

    /// <inheritdoc/>
    public string Text(string key, string value, TextRule rule)
    {
        if (IsGiven(key, value) && rule.Problem(value) is string problem)
        {
            Refuse(problem, key);
        }

        return value;
    }

    /// <inheritdoc/>
    public TChoice Choice<TChoice>(string key, TChoice value)
        where TChoice : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Refuse($"is {value}; it must be {string.Join(" or ", Enum.GetNames<TChoice>())}", key);
        }

        return value;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> values, TextRule rule, int least, int most)
    {
        Count(key, values, "texts", least, most);
        Each(key, values, (index, text) => Text(index, text, rule));
        return values ?? [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Numbers(string key, IReadOnlyList<double> values, Interval range, int least, int most)
    {
        Count(key, values, "numbers", least, most);
        Each(key, values, (index, number) => Number(index, number, range));
        return values ?? [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<double>? NumbersOrNull(string key, IReadOnlyList<double>? values, Interval range, int least, int most) =>
        values is null ? null : Numbers(key, values, range, least, most);

    /// <inheritdoc/>
    public double[]? NumbersOrNothing(string key, double[]? values, Interval range, int least, int most)
    {
        _ = NumbersOrNull(key, values, range, least, most);
        return values;
    }

    /// <inheritdoc/>
    public double[]? MatrixOrNothing(string key, double[]? values, Interval range, int most) => NumbersOrNothing(key, values, range, 1, most * most);

    /// <inheritdoc/>
    public void Fill(string key, Span<double> values, Interval range) => _ = Numbers(key, values.ToArray(), range, 0, values.Length);

    /// <inheritdoc/>
    public void Fill<T>(string key, Span<T> values)
        where T : struct, IDeclared<T> => _ = Parts(key, values.ToArray(), 0, values.Length);

    /// <inheritdoc/>
    public T Part<T>(string key, T value, Declaration<T> declaration)
    {
        if (IsGiven(key, value))
        {
            _place.Add(key);
            _ = declaration(this, value);
            _place.RemoveAt(_place.Count - 1);
        }

        return value;
    }

    /// <inheritdoc/>
    public T? PartOrNothing<T>(string key, T? value, Declaration<T> declaration)
        where T : class => value is null ? null : Part(key, value, declaration);

    /// <inheritdoc/>
    public IReadOnlyList<T> Parts<T>(string key, IReadOnlyList<T> values, int least, int most)
        where T : IDeclared<T>
    {
        Count(key, values, "records", least, most);
        Each(key, values, (index, part) => Part(index, part, T.Accept));
        return values ?? [];
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> NumberTable(string key, IReadOnlyDictionary<string, double> values, TextRule names, Interval range)
    {
        Table(key, values, names, int.MaxValue, (name, number) => Number(name, number, range));
        return values;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, T> Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most)
        where T : struct, IDeclared<T>
    {
        Table(key, values, names, most, (name, part) => Part(name, part, T.Accept));
        return values;
    }

    private bool IsGiven<T>(string key, T value)
    {
        if (value is null)
        {
            Refuse("is null; give it", key);
        }

        return value is not null;
    }

    private void Count<T>(string key, IReadOnlyCollection<T> values, string what, int least, int most)
    {
        if (IsGiven(key, values) && (values.Count < least || values.Count > most))
        {
            Refuse($"has {values.Count} {what}; there must be {(least == most ? $"{most}" : $"{least} to {most}")}", key);
        }
    }

    private void Each<T>(string key, IReadOnlyList<T>? values, Action<string, T> show)
    {
        _place.Add(key);
        for (int i = 0; values is not null && i < values.Count; i++)
        {
            show(i.ToString(CultureInfo.InvariantCulture), values[i]);
        }

        _place.RemoveAt(_place.Count - 1);
    }

    private void Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most, Action<string, T> show)
    {
        Count(key, values, "names", 0, most);
        _place.Add(key);
        foreach ((string name, T value) in values ?? new Dictionary<string, T>())
        {
            if (!names.Holds(name))
            {
                Refuse($"is no name: it must {names.Words}", name);
            }

            show(name, value);
        }

        _place.RemoveAt(_place.Count - 1);
    }
}
