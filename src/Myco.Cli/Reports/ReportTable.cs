namespace Myco.Cli.Reports;

/// <summary>A table of a report: its key in JSON, its columns, and rows of strings, numbers and truths.</summary>
/// <param name="name">The key in JSON, in camel case; a title of words is made of it.</param>
/// <param name="columns">The columns' keys, in camel case.</param>
internal sealed class ReportTable(string name, params string[] columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>The key in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>The columns' keys.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>How many columns, from the first, have keys of ours; those after them are the user's names and stay as they are.</summary>
    public int OwnColumns { get; init; } = columns.Length;

    /// <summary>The rows, each as long as the columns.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Adds a row.</summary>
    public void Add(params object?[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, Columns.Count);
        _rows.Add(cells);
    }
}
