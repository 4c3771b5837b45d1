using System.Numerics;
using System.Text.Json;
using Myco.Engine.Deployment;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Pools.Eclp;
using Myco.Engine.Tests.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using Myco.Verification.Eclp;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Deployment;

/// <summary>EllipsoidDerivation: StoredCone and StoredGeometry from RealCone or EclpGeometry by IntegerRounding, to the last digit of those from unlimited precision.</summary>
public sealed class EllipsoidDerivationTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_golden_surface_is_derived_to_the_last_digit()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "ellipsoid.json")));
        int equal = 0;
        foreach (JsonElement set in file.RootElement.GetProperty("paramSets").EnumerateArray())
        {
            EllipsoidSurface surface = EllipsoidSurface.FromAngles(Doubles(set, "stretch"), Doubles(set, "angles"), Doubles(set, "priceLower"), Doubles(set, "priceUpper"));
            ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(surface, out ExactPriceBox box);
            Assert.Equal(set.GetProperty("x").GetString(), $"{parameters.Exponent}");
            Assert.Equal(Texts(set.GetProperty("t")), Texts(parameters.Linear));
            Assert.Equal(set.GetProperty("M").EnumerateArray().SelectMany(Texts), Texts(parameters.Cone));
            Assert.Equal(Math.ScaleB(surface.PriceUpper[0], 96), (double)Big.Of(box.Upper[0]));
            equal++;
        }

        Assert.Equal(41, equal);
    }

    [Theory]
    [InlineData(1e2, 24)]
    [InlineData(1e4, 24)]
    [InlineData(1e6, 24)]
    [InlineData(1e7, 24)]
    [InlineData(1e8, 24)]
    public void Drawn_surfaces_are_those_of_640_bits(double stretch, int count)
    {
        Random random = new(31);
        for (int i = 0; i < count; i++)
        {
            DrawnSurface drawn = DrawnSurfaces.Make(random, 2 + (i % 4), stretch, i % 2 == 0 ? "all" : "axis", i % 4 < 2);
            RealOracle oracle = RealOracle.Of(drawn.Textbook);
            ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(drawn.Surface, out _);
            AssertEqual(oracle, parameters, drawn.ToString());
        }
    }

    [Fact]
    public void Every_eclp_is_that_of_640_bits()
    {
        int sets = 0;
        double largest = 0;
        foreach (EclpVectorSet set in EclpSamples.Answered.Select(pair => pair.Set).Distinct())
        {
            AssertEqual(set.Curve.Oracle(), set.Curve.Derive(), set.Id);
            largest = Math.Max(largest, set.Curve.Stretch());
            sets++;
        }

        output.WriteLine($"{sets} E-CLPs, λ to {largest}");
        Assert.True(sets > 30 && largest > 9.9e7, $"{sets} sets, λ to {largest}");
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_by_name()
    {
        UInt256 one = 1_000_000_000_000_000_000, beta = 1_050_000_000_000_000_000;
        Assert.Contains("alpha", Message(() => EllipsoidDerivation.FromEclp(beta, one, one, 0, one, out _)), StringComparison.Ordinal);
        Assert.Contains("lambda", Message(() => EllipsoidDerivation.FromEclp(one, beta, one, 0, 5, out _)), StringComparison.Ordinal);
        Assert.Contains("c² + s²", Message(() => EllipsoidDerivation.FromEclp(one, beta, one, one, one, out _)), StringComparison.Ordinal);
        EllipsoidSurface nine = EllipsoidSurface.FromAngles([.. Enumerable.Repeat(1.0, 9)], new double[36], [.. Enumerable.Repeat(0.9, 9)], [.. Enumerable.Repeat(1.1, 9)]);
        Assert.Contains("9 assets", Message(() => EllipsoidDerivation.FromSurface(nine, out _)), StringComparison.Ordinal);
        EllipsoidSurface dear = EllipsoidSurface.FromAngles([1, 1], [0], [0.9, 1], [1e10, 1]);
        Assert.Contains("2^32", Message(() => EllipsoidDerivation.FromSurface(dear, out _)), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;

    private static void AssertEqual(RealOracle oracle, ExactEllipsoidParameters parameters, string name)
    {
        (int exponent, BigInteger[] linear, BigInteger[] cone) = oracle.Quantize();
        Assert.True(exponent == parameters.Exponent, name);
        Assert.True(linear.SequenceEqual(parameters.Linear.ToArray().Select(value => Big.Of(value))), name);
        Assert.True(cone.SequenceEqual(parameters.Cone.ToArray().Select(value => Big.Of(value))), name);
    }

    private static double[] Doubles(JsonElement set, string key) =>
        [.. set.GetProperty(key).EnumerateArray().Select(value => double.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(value => value.GetString()!);

    private static string[] Texts(ReadOnlySpan<Int256> values) => Array.ConvertAll(values.ToArray(), value => value.ToString());
}
