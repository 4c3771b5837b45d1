using System.Text.Json;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Eclp;

/// <summary>The parameter sets and cases of fixtures/vectors/eclp.json.</summary>
internal static class EclpSamples
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("fixtures", "vectors", "eclp.json"))).RootElement;

    /// <summary>Every set that both validators accept, by its name.</summary>
    public static Dictionary<string, EclpParameters> Valid { get; } = Root.GetProperty("paramSets").EnumerateArray()
        .Where(set => set.GetProperty("valid").GetBoolean())
        .ToDictionary(set => set.GetProperty("id").GetString()!, set => EclpParameters.Create(Curve(set), Derived(set)));

    /// <summary>The cases of one function that have a result.</summary>
    public static IEnumerable<JsonElement> Answered(string function) => Root.GetProperty("cases").EnumerateArray()
        .Where(item => item.GetProperty("fn").GetString() == function && item.TryGetProperty("out", out _));

    public static UInt256 Unsigned(JsonElement node, string key) => UInt256.Parse(node.GetProperty(key).GetString());

    private static Int256 Signed(JsonElement node, string key) => Int256.Parse(node.GetProperty(key).GetString());

    private static EclpCurve Curve(JsonElement set) =>
        new(Signed(set, "alpha"), Signed(set, "beta"), Signed(set, "c"), Signed(set, "s"), Signed(set, "lambda"));

    private static EclpDerivedParameters Derived(JsonElement set) => new(
        Signed(set, "tauAlphaX"), Signed(set, "tauAlphaY"), Signed(set, "tauBetaX"), Signed(set, "tauBetaY"),
        Signed(set, "u"), Signed(set, "v"), Signed(set, "w"), Signed(set, "z"), Signed(set, "dSq"));
}
