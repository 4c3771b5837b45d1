using System.Numerics;
using System.Text.Json;
using Myco.Engine.Deployment;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Stored integers, and balances that are states of them.</summary>
internal sealed class StoredSurface(string name, ExactEllipsoidParameters parameters, BigInteger[][] states)
{
    private const int Derived = 40;

    public ExactEllipsoidParameters Parameters => parameters;

    public ExactSurface Exact { get; } = new(parameters);

    /// <summary>Every surface of the golden vectors, λ to 1e8, N 2 to 8, and as many derived from real ones.</summary>
    public static IReadOnlyList<StoredSurface> All { get; } = [.. Golden(), .. Draw()];

    public BigInteger[] State(Random random)
    {
        BigInteger[] balances = states[random.Next(states.Length)];
        BigInteger largest = balances.Max();
        BigInteger size = Amounts.UpTo(random, BigInteger.Pow(10, 34));
        return [.. balances.Select(balance => balance * size / largest)];
    }

    public override string ToString() => name;

    private static IEnumerable<StoredSurface> Golden()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "ellipsoid.json")));
        ILookup<string, BigInteger[]> states = file.RootElement.GetProperty("cases").EnumerateArray()
            .Where(node => node.GetProperty("in").TryGetProperty("balances", out _))
            .ToLookup(node => node.GetProperty("ps").GetString()!, node => Numbers(node.GetProperty("in").GetProperty("balances")));
        foreach (JsonElement set in file.RootElement.GetProperty("paramSets").EnumerateArray())
        {
            string id = set.GetProperty("id").GetString()!;
            Int256[] cone = [.. set.GetProperty("M").EnumerateArray().SelectMany(Numbers).Select(Big.Signed)];
            int exponent = int.Parse(set.GetProperty("x").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            yield return new(id, ExactEllipsoidParameters.Create(exponent, [.. Numbers(set.GetProperty("t")).Select(Big.Signed)], cone), [.. states[id]]);
        }
    }

    private static IEnumerable<StoredSurface> Draw()
    {
        Random random = new(70_142);
        for (int number = 0; number < Derived; number++)
        {
            double stretch = Math.Pow(10, 4 * random.NextDouble());
            DrawnSurface drawn = DrawnSurfaces.Make(random, 2 + (number % 7), stretch, number % 2 == 0 ? "all" : "axis", number % 3 == 0);
            ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(drawn.Surface, out _);
            BigInteger[][] states = [.. Enumerable.Range(0, 8).Select(_ => Array.ConvertAll(drawn.Balances(1e30, drawn.Prices(random)), value => (BigInteger)value))];
            yield return new(drawn.ToString(), parameters, states);
        }
    }

    private static BigInteger[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(number => BigInteger.Parse(number.GetString()!, System.Globalization.CultureInfo.InvariantCulture))];
}
