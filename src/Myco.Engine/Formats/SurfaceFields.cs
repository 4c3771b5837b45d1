using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>The keys that pool and surface documents share: they define the surface.</summary>
/// <remarks>Keys: stretch, angles | rotation | eclp, priceLower, priceUpper. Source: spec 05-formats, "Pool"; spec 01-surface, section 1.</remarks>
internal static class SurfaceFields
{
    /// <summary>The only kind of surface there is yet.</summary>
    public const string Kind = "ellipsoid";

    private const int Most = DocumentLimits.GreatestDimension;

    /// <summary>Shows the keys to a visitor.</summary>
    /// <param name="fields">The visitor.</param>
    /// <param name="definition">The surface; null where it is read.</param>
    /// <param name="assets">N where the document tells it otherwise; null to take it from the stretch factors.</param>
    public static SurfaceDefinition Accept(IFields fields, SurfaceDefinition? definition, int? assets)
    {
        SurfaceDefinition? numbers = definition is EclpDefinition ? null : definition;
        double[]? stretch = fields.NumbersOrNothing("stretch", numbers?.AxisStretch.ToArray(), Interval.Finite, 0, Most);
        double[]? angles = fields.NumbersOrNothing("angles", (numbers as AnglesDefinition)?.Turn.ToArray(), Interval.Finite, 0, DocumentLimits.Angles);
        double[]? rotation = fields.MatrixOrNothing("rotation", (numbers as RotationDefinition)?.Turn.ToArray(), Interval.Finite, Most);
        EclpDefinition? eclp = fields.PartOrNothing("eclp", definition as EclpDefinition, Eclp);
        double[]? lower = fields.NumbersOrNothing("priceLower", numbers?.LeastPrices.ToArray(), Interval.Finite, 0, Most);
        double[]? upper = fields.NumbersOrNothing("priceUpper", numbers?.GreatestPrices.ToArray(), Interval.Finite, 0, Most);
        CheckOneWay(fields, angles is not null, rotation is not null, eclp is not null);
        if (eclp is not null)
        {
            CheckBesideEclp(fields, [("stretch", stretch), ("priceLower", lower), ("priceUpper", upper)], assets);
            return eclp;
        }

        fields.Need("stretch", "priceLower", "priceUpper");
        int count = assets ?? stretch!.Length;
        if (count is < DocumentLimits.LeastDimension or > Most)
        {
            fields.Refuse($"has {count} numbers; a surface has {DocumentLimits.LeastDimension} to {Most} assets; add or remove some", "stretch");
        }

        CheckLength(fields, "stretch", stretch!, count, count);
        CheckLength(fields, angles is null ? "rotation" : "angles", (angles ?? rotation)!, angles is null ? count * count : count * (count - 1) / 2, count);
        CheckLength(fields, "priceLower", lower!, count, count);
        CheckLength(fields, "priceUpper", upper!, count, count);
        return angles is null
            ? new RotationDefinition { Stretch = [.. stretch!], Rotation = [.. rotation!], PriceLower = [.. lower!], PriceUpper = [.. upper!] }
            : new AnglesDefinition { Stretch = [.. stretch!], Angles = [.. angles], PriceLower = [.. lower!], PriceUpper = [.. upper!] };
    }

    /// <summary>The surface that a definition of a document makes.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="source">Where it was read; null for one made in a program.</param>
    /// <param name="outer">The keys that lead to the definition's own.</param>
    /// <exception cref="DocumentException">The numbers define no surface.</exception>
    public static EllipsoidSurface Build(SurfaceDefinition definition, DocumentReader? source, params ReadOnlySpan<string> outer)
    {
        if (!EllipsoidSurface.TryFrom(definition, out EllipsoidSurface? surface, out SurfaceProblem? problem))
        {
            // The bounds of an E-CLP are called alpha and beta.
            string[] place = definition is not EclpDefinition ? [problem.Parameter] : ["eclp", problem.Parameter is "c" or "lambda" ? problem.Parameter : "alpha"];
            DocumentReader.Refuse(source, $"makes no surface: {problem.Text}", [.. outer, .. place]);
        }

        return surface;
    }

    /// <summary>The state that balances of a document make.</summary>
    /// <exception cref="DocumentException">The balances are no state of the surface.</exception>
    public static EllipsoidState Prepare(EllipsoidSurface surface, ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow, DocumentReader? source)
    {
        EllipsoidState? state = surface.Prepare(balances, balancesLow, out string? problem);
        if (state is null)
        {
            DocumentReader.Refuse(source, $"are no state of the surface: {problem}", "balances");
        }

        return state;
    }

    /// <summary>A list that is written only where it holds something.</summary>
    public static double[]? Given(double[]? numbers) => numbers is { Length: > 0 } ? numbers : null;

    private static EclpDefinition Eclp(IFields fields, EclpDefinition? value) => new(
        fields.Number("alpha", value?.Alpha ?? double.NaN, Interval.Finite),
        fields.Number("beta", value?.Beta ?? double.NaN, Interval.Finite),
        fields.Number("c", value?.C ?? double.NaN, Interval.Finite),
        fields.Number("s", value?.S ?? double.NaN, Interval.Finite),
        fields.Number("lambda", value?.Lambda ?? double.NaN, Interval.Finite));

    private static void CheckOneWay(IFields fields, bool hasAngles, bool hasRotation, bool hasEclp)
    {
        (bool Given, string Key)[] ways = [(hasAngles, "angles"), (hasRotation, "rotation"), (hasEclp, "eclp")];
        string[] given = [.. ways.Where(way => way.Given).Select(way => way.Key)];
        if (given.Length == 0)
        {
            fields.Refuse("no rotation is given; give exactly one of angles, rotation and eclp");
        }
        else if (given.Length > 1)
        {
            fields.Refuse($"stands beside {given[^2]}; give exactly one of angles, rotation and eclp", given[^1]);
        }
    }

    private static void CheckBesideEclp(IFields fields, ReadOnlySpan<(string Key, double[]? Values)> others, int? assets)
    {
        foreach ((string key, double[]? values) in others)
        {
            if (values is not null)
            {
                fields.Refuse("stands beside eclp, whose alpha, beta and lambda say the same; remove it", key);
            }
        }

        if (assets is not null and not 2)
        {
            fields.Refuse($"defines a surface of 2 assets, and {assets} are named; name two or give stretch and angles", "eclp");
        }
    }

    private static void CheckLength(IFields fields, string key, double[] values, int wanted, int assets)
    {
        if (values.Length != wanted)
        {
            fields.Refuse($"has {values.Length} values; {assets} assets need {wanted}; give them all", key);
        }
    }
}
