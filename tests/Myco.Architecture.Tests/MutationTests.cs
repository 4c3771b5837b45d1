using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>The mutations that <c>tests/mutate</c> does: each stands once in its file, and no room is without one.</summary>
public sealed class MutationTests
{
    private const string Before = " ⏎ ";
    private static readonly Mutation[] All = [.. File.ReadLines(Repository.PathOf("tests", "mutations.tsv")).Skip(1).Select(Mutation.Of)];

    public static TheoryData<string> Ids => [.. All.Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_mutation_finds_its_line_and_its_test(string id)
    {
        Mutation one = All.Single(other => other.Id == id);
        string[] lines = [.. File.ReadLines(Repository.PathOf(one.File)).Select(line => line.Trim())], context = one.Line.Split(Before);
        string wanted = context[^1], was = one.Edit.Split('⇒')[0].Trim();
        int[] found = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i] == wanted && (context.Length == 1 || (i > 0 && lines[i - 1] == context[0])))];
        Assert.True(found.Length == 1, $"{one.File} has the line {found.Length} times; refresh the table: {one.Line}");
        Assert.Contains('⇒', one.Edit);
        Assert.True(was.Length == 0 || wanted.Split(was).Length == 2, $"'{was}' is not once in: {wanted}");
        string[] tests = [.. TestCode.Classes
            .Where(type => type.Module.Assembly.Name.Name == one.Project)
            .SelectMany(TestCode.Tests)
            .Where(test => $"{test.DeclaringType.FullName}.{test.Name}".Contains(one.Filter, StringComparison.Ordinal))
            .Select(test => test.Name)];
        Assert.True(tests.Contains(one.Fails), $"{one.Project} has no test {one.Fails} that the filter {one.Filter} lets run");
    }

    [Fact]
    public void Every_room_has_one_and_there_are_forty()
    {
        string[] rooms = [.. Repository.Sources("kernels").Concat(Repository.Sources("src")).Select(RoomOf).Distinct()];
        Assert.Empty(rooms.Except(All.Select(one => RoomOf(Repository.PathOf(one.File)))));
        Assert.True(All.Length >= 40, $"{All.Length} mutations");
        Assert.Equal(All.Length, All.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private static string RoomOf(string path) => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!);

    /// <summary>A row of the table; its columns are told in <c>tests/mutate</c>.</summary>
    private sealed record Mutation(string Id, string File, string Line, string Edit, string Project, string Filter, string Fails, string Survives)
    {
        public static Mutation Of(string row)
        {
            string[] cells = row.Split('\t');
            Assert.True(cells.Length == 8, $"8 columns are needed: {row}");
            return new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
        }
    }
}
