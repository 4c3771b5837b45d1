using System.Text.Json;
using Myco.Engine.Deployment;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Engine.Tests.Surfaces.Oracle;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>The E-CLPs of fixtures/vectors/eclp.json, and their swaps that have an answer.</summary>
internal static class EclpVectors
{
    /// <summary>Parameters of 18 decimals, as the contract stores them.</summary>
    internal sealed record Set(string Name, UInt256 Alpha, UInt256 Beta, UInt256 C, UInt256 S, UInt256 Lambda)
    {
        public ExactEllipsoidParameters Derive() => EllipsoidDerivation.FromEclp(Alpha, Beta, C, S, Lambda, out _);

        public RealOracle Oracle() => RealOracle.OfEclp(Decimal(Alpha), Decimal(Beta), Decimal(C), Decimal(S), Decimal(Lambda));

        private static BigReal Decimal(UInt256 value) => RealOracle.Real(Big.Of(value)) / 1e18;
    }

    /// <summary>A swap and the contract's answer.</summary>
    internal sealed record Swap(string Set, bool ExactIn, UInt256[] Balances, int AssetIn, UInt256 Amount, UInt256 Answer);

    /// <summary>Every set with an ellipse.</summary>
    public static IEnumerable<Set> Sets()
    {
        using JsonDocument file = Open();
        HashSet<string> used = [.. Swaps().Select(swap => swap.Set)];
        foreach (JsonElement set in file.RootElement.GetProperty("paramSets").EnumerateArray())
        {
            if (used.Contains(set.GetProperty("id").GetString()!))
            {
                yield return new(
                    set.GetProperty("id").GetString()!, Number(set, "alpha"), Number(set, "beta"), Number(set, "c"), Number(set, "s"), Number(set, "lambda"));
            }
        }
    }

    public static List<Swap> Swaps()
    {
        using JsonDocument file = Open();
        List<Swap> swaps = [];
        foreach (JsonElement node in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            string function = node.GetProperty("fn").GetString()!;
            if (function is not ("calcOutGivenIn" or "calcInGivenOut") || !node.TryGetProperty("out", out JsonElement answer))
            {
                continue;
            }

            bool exactIn = function == "calcOutGivenIn";
            JsonElement input = node.GetProperty("in");
            swaps.Add(new(
                node.GetProperty("ps").GetString()!,
                exactIn,
                [Number(input, "x"), Number(input, "y")],
                input.GetProperty("tokenInIsToken0").GetBoolean() ? 0 : 1,
                Number(input, exactIn ? "amountIn" : "amountOut"),
                Number(answer, exactIn ? "amountOut" : "amountIn")));
        }

        return swaps;
    }

    private static JsonDocument Open() => JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "eclp.json")));

    private static UInt256 Number(JsonElement node, string key) => UInt256.Parse(node.GetProperty(key).GetString()!);
}
