using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>The matrix of the rooms as <c>ARCHITECTURE.md</c> has it: a row a room, with those it may name and what it is for.</summary>
internal static class Matrix
{
    /// <summary>The head of the table, by which it is found.</summary>
    private const string Head = "| room | knows | what it is for |";

    /// <summary>The rows in their order.</summary>
    public static IReadOnlyList<Row> Rows { get; } = [.. File
        .ReadLines(Repository.PathOf("ARCHITECTURE.md"))
        .SkipWhile(line => line != Head).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(Parse)];

    /// <summary>The rooms that a row allows: a name, or a name ending in <c>.*</c> for a room and all below it.</summary>
    public static IReadOnlySet<string> Allowed(Row row) => row.Knows.SelectMany(Expand).ToHashSet();

    /// <summary>The rooms that a word of a row stands for.</summary>
    public static IEnumerable<string> Expand(string word) => word.EndsWith(".*", StringComparison.Ordinal)
        ? Rooms.All.Where(room => room == word[..^2] || room.StartsWith(word[..^1], StringComparison.Ordinal))
        : Rooms.All.Where(room => room == word);

    private static Row Parse(string line)
    {
        string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
        return new(cells[0].Trim('`'), [.. cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('`'))], cells[2]);
    }

    /// <summary>A row of the table.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Knows">Whom it may name.</param>
    /// <param name="Purpose">What it is for.</param>
    internal sealed record Row(string Room, IReadOnlyList<string> Knows, string Purpose);
}
