using System.Text.Json.Nodes;
using Myco.TestSupport;

namespace Myco.Verification.Tests.Surfaces;

/// <summary>The first surface of surface.json with its first state: a file of surface vectors that is quick to replay.</summary>
internal static class SmallSurfaceFile
{
    public static JsonObject Create()
    {
        JsonObject root = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "surface.json")))!.AsObject();
        JsonNode surface = root["surfaces"]![0]!.DeepClone();
        surface["states"] = new JsonArray(surface["states"]![0]!.DeepClone());
        root["surfaces"] = new JsonArray(surface);
        return root;
    }

    /// <summary>Counts the cases of a file on its own account.</summary>
    public static int Count(JsonObject file) => file["surfaces"]!.AsArray().Sum(surface =>
        2 + surface!["states"]!.AsArray().Sum(state => 4 + new[] { "swaps", "mints", "burns", "arbitrage" }.Sum(list => state![list]!.AsArray().Count)));
}
