using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>Who may know whom: the compiled references of every room, held to the matrix in <c>ARCHITECTURE.md</c>.</summary>
public sealed class LayeringTests
{
    public static TheoryData<string> RoomsOfTheHouse => new(Rooms.All);

    [Fact]
    public void Every_room_has_one_row_and_every_row_a_room_and_a_purpose()
    {
        Assert.Equal(Rooms.All, Matrix.Rows.Select(row => row.Room).Order(StringComparer.Ordinal));
        Assert.All(Matrix.Rows, row => Assert.NotEmpty(row.Purpose));
    }

    [Theory]
    [MemberData(nameof(RoomsOfTheHouse))]
    public void A_room_knows_only_whom_its_row_names(string room)
    {
        IReadOnlySet<string> allowed = Matrix.Allowed(Matrix.Rows.Single(row => row.Room == room));
        string[] strangers = [.. Rooms.Arrows[room].Except(allowed)];
        Assert.True(strangers.Length == 0, $"{room} knows {string.Join(", ", strangers)} by {string.Join(", ", Rooms.Offenders(room, strangers))}");
    }

    [Theory]
    [MemberData(nameof(RoomsOfTheHouse))]
    public void A_row_names_nobody_whom_its_room_does_not_know(string room) => Assert.All(
        Matrix.Rows.Single(row => row.Room == room).Knows,
        word => Assert.True(Matrix.Expand(word).Any(Rooms.Arrows[room].Contains), $"{room} does not use {word}: take it from its row"));

    /// <summary>What the check is for: were any arrow of today forbidden, it would be found.</summary>
    [Fact]
    public void Each_arrow_is_found_when_the_matrix_forbids_it() => Assert.All(
        Rooms.Arrows.SelectMany(room => room.Value.Select(other => (From: room.Key, To: other))),
        arrow => Assert.NotEmpty(Rooms.Offenders(arrow.From, [arrow.To])));

    [Fact]
    public void No_rooms_form_a_circle()
    {
        HashSet<string> placed = [];
        List<string> left = [.. Rooms.All];
        while (left.RemoveAll(room => Rooms.Arrows[room].All(placed.Contains)) is > 0)
        {
            placed = [.. Rooms.All.Except(left)];
        }

        Assert.Empty(left);
    }

    /// <summary>Numbers of any length allocate; they are the tests' and benchmarks' yardstick.</summary>
    [Fact]
    public void No_library_knows_BigInteger() => Assert.DoesNotContain(
        Repository.Sources("kernels").Concat(Repository.Sources(Path.Combine("src", "Myco.Engine"))),
        path => File.ReadAllText(path).Contains("BigInteger", StringComparison.Ordinal));

    [Fact]
    public void No_product_knows_a_test_or_benchmark_package() => Assert.All(
        Rooms.Assemblies.SelectMany(assembly => assembly.GetReferencedAssemblies()),
        name => Assert.False(name.Name!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || name.Name.StartsWith("BenchmarkDotNet", StringComparison.Ordinal)));

    /// <summary>The pure part of the house: what an embedder takes brings nothing with it.</summary>
    [Fact]
    public void Kernels_and_engine_know_no_package() => Assert.All(
        Rooms.Assemblies.Where(assembly => assembly.GetName().Name is string name && (name.StartsWith("Myco.Kernels", StringComparison.Ordinal) || name == "Myco.Engine")),
        assembly => Assert.All(
            assembly.GetReferencedAssemblies(),
            name => Assert.True(name.Name!.StartsWith("System.", StringComparison.Ordinal) || name.Name.StartsWith("Myco.", StringComparison.Ordinal), $"{assembly.GetName().Name} references {name.Name}")));
}
