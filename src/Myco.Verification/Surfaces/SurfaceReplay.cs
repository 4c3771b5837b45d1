using Myco.Engine.Surfaces;
using Myco.Verification.Vectors;

namespace Myco.Verification.Surfaces;

/// <summary>Replays <c>myco-surface-vectors/1</c>: surfaces, their states, and what can be asked of a state.</summary>
/// <remarks>Every vector counts as one case; a list of numbers is as good as its worst. Nothing is skipped: where a surface or a
/// state cannot be built, all its cases fail.</remarks>
internal static class SurfaceReplay
{
    /// <summary>The name of the format.</summary>
    public const string Format = "myco-surface-vectors/1";

    private static readonly string[] RootKeys = ["format", "surfaces"];
    private static readonly string[] SurfaceKeys = ["kind", "n", "stretch", "angles", "price_lower", "price_upper", "unit_offsets", "kappa", "states"];
    private static readonly string[] StateKeys = ["balances", "invariant", "gradient", "value_in_last_asset", "box_excess", "swaps", "mints", "burns", "arbitrage"];

    /// <summary>Replays the whole file.</summary>
    public static void Run(VectorNode root, VectorTally tally)
    {
        KnownKeys.FailUnknown(root, RootKeys, Format, tally);
        foreach (VectorNode node in root["surfaces"].List())
        {
            EllipsoidSurface? surface = Build(node, tally);
            KnownKeys.FailUnknown(node, SurfaceKeys, Format, tally);
            foreach (VectorNode state in node["states"].List())
            {
                Run(surface, state, tally);
                KnownKeys.FailUnknown(state, StateKeys, Format, tally);
            }
        }
    }

    private static EllipsoidSurface? Build(VectorNode node, VectorTally tally)
    {
        double[] stretch = node["stretch"].Numbers();
        if (stretch.Length != node["n"].Integer())
        {
            throw node["n"].Problem($"is {node["n"].Integer()}, and there are {stretch.Length} stretch factors; correct the file");
        }

        AnglesDefinition definition = new()
        {
            Stretch = [.. stretch],
            Angles = [.. node["angles"].Numbers()],
            PriceLower = [.. node["price_lower"].Numbers()],
            PriceUpper = [.. node["price_upper"].Numbers()],
        };
        if (!EllipsoidSurface.TryFrom(definition, out EllipsoidSurface? surface, out SurfaceProblem? problem))
        {
            tally.Fail("unit offsets", node.Where, problem.Text);
            tally.Fail("kappa", node.Where, "the surface was refused");
            return null;
        }

        tally.Count("unit offsets", node.Where, node["unit_offsets"].ErrorOf(surface.UnitOffset));
        tally.Count("kappa", node.Where, node["kappa"].ErrorOf(surface.Kappa));
        return surface;
    }

    private static void Run(EllipsoidSurface? surface, VectorNode node, VectorTally tally)
    {
        string? problem = null;
        EllipsoidState? state = surface?.Prepare(node["balances"].Numbers(), [], out problem);
        string why = problem is null ? "the surface was refused" : $"the state was refused: {problem}";
        foreach ((string kind, VectorNode vector, Action<EllipsoidState> replay) in StateVectors.Of(node, tally))
        {
            if (state is null)
            {
                tally.Fail(kind, vector.Where, why);
            }
            else
            {
                replay(state);
            }
        }
    }
}
