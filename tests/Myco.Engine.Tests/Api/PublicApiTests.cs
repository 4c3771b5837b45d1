using System.Reflection;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Api;

/// <summary>The public API of each library against the file that was approved.</summary>
public sealed class PublicApiTests
{
    private const string Approve = "MYCO_APPROVE";

    [Fact]
    public void The_public_API_of_the_kernels_is_the_approved_one() => Check(typeof(LaneWidth).Assembly);

    [Fact]
    public void The_public_API_of_the_exact_kernels_is_the_approved_one() => Check(typeof(UInt256).Assembly);

    [Fact]
    public void The_public_API_of_the_engine_is_the_approved_one() => Check(typeof(EllipsoidSurface).Assembly);

    [Fact]
    public void The_rendering_shows_every_kind_of_member()
    {
        List<string> lines = PublicApi.Render(typeof(EllipsoidSurface).Assembly);
        Assert.Contains("public sealed class Myco.Engine.Surfaces.EllipsoidSurface", lines);
        Assert.Contains("    int Dimension { get; }", lines);
        Assert.Contains("    static EllipsoidSurface FromEclp(double alpha, double beta, double c, double s, double lambda)", lines);
        Assert.Contains("    bool TryAt(ReadOnlySpan<double> balances, out EllipsoidState state)", lines);
        Assert.Contains("    Quote SwapExactIn(int assetIn, int assetOut, double amountIn, double fee = 0)", lines);
        Assert.Contains("    Infeasible = 6", lines);
        Assert.DoesNotContain(lines, line => line.Contains("SwapReach", StringComparison.Ordinal) || line.Contains('$', StringComparison.Ordinal));
    }

    private static void Check(Assembly assembly)
    {
        string path = Repository.PathOf("fixtures", "api", assembly.GetName().Name + ".txt");
        List<string> found = PublicApi.Render(assembly);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', found) + "\n");
        }

        string[] approved = File.Exists(path) ? File.ReadAllLines(path) : [];
        int line = 0;
        while (line < approved.Length && line < found.Count && approved[line] == found[line])
        {
            line++;
        }

        Assert.True(
            line == approved.Length && line == found.Count,
            $"{path}:{line + 1}: approved is '{approved.ElementAtOrDefault(line)}', the assembly has '{found.ElementAtOrDefault(line)}'. "
            + $"If the change is meant, run these tests once with {Approve}=1 and commit the file.");
    }
}
