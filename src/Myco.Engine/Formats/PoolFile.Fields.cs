using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

public sealed partial class PoolFile : IDeclared<PoolFile>
{
    private static readonly TextRule KindRule = TextRule.OneOf(SurfaceFields.Kind);

    private static readonly TextRule AssetName = new(
        $"have 1 to {DocumentLimits.NameCharacters} characters, no blanks around them and no control character; choose a plain name",
        name => name.Length is >= 1 and <= DocumentLimits.NameCharacters && name.Trim() == name && !name.Any(char.IsControl));

    static PoolFile IDeclared<PoolFile>.Accept(IFields fields, PoolFile? value)
    {
        fields.Need("balances");
        fields.Text("kind", value is null ? string.Empty : SurfaceFields.Kind, KindRule);
        IReadOnlyList<string> assets = fields.Texts("assets", value?.Assets ?? [], AssetName, DocumentLimits.LeastDimension, DocumentLimits.GreatestDimension);
        CheckNames(fields, assets);
        int count = assets.Count;
        return new(
            assets,
            SurfaceFields.Accept(fields, value?.Definition, count),
            fields.NumbersOrNothing("balances", value?._balances, Interval.NotNegative, count, count) ?? [],
            fields.NumbersOrNothing("rates", SurfaceFields.Given(value?._rates), Interval.Positive, count, count) ?? [],
            fields.Number("fee", value?.Fee ?? 0, Interval.ProperPart),
            fields.NumberOrNothing("supply", value?.Supply, Interval.Positive));
    }

    private static void CheckNames(IFields fields, IReadOnlyList<string> assets)
    {
        HashSet<string> seen = [];
        for (int asset = 0; asset < assets.Count; asset++)
        {
            if (!seen.Add(assets[asset]))
            {
                fields.Refuse($"is '{assets[asset]}', as an asset before it; name each asset once", "assets", $"{asset}");
            }
        }
    }
}
