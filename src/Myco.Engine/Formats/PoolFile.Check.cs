using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

public sealed partial class PoolFile
{
    private static void Check(
        IReadOnlyList<string> assets, SurfaceDefinition definition, double[] balances, double[] rates, double fee, double? supply, SurfaceFields fields)
    {
        CheckAssets(assets, definition.Dimension, fields);
        CheckEach(balances, "balances", assets, allowZero: true, fields);
        if (fields.Has("rates") || rates.Length > 0)
        {
            CheckEach(rates, "rates", assets, allowZero: false, fields);
        }

        if (!(fee >= 0 && fee < 1))
        {
            fields.Throw("fee", $"'fee' is {SurfaceGuards.Text(fee)}; it must be at least 0 and below 1; write 0.0005 for 5 basis points");
        }

        if (supply is double given && !(given > 0 && double.IsFinite(given)))
        {
            fields.Throw("supply", $"'supply' is {SurfaceGuards.Text(given)}; it must be above 0 and finite; leave it out to take the invariant");
        }
    }

    private static void CheckAssets(IReadOnlyList<string> assets, int dimension, SurfaceFields fields)
    {
        if (assets.Count != dimension)
        {
            fields.Throw("assets", $"'assets' has {assets.Count} names, the surface {dimension} dimensions; name each asset");
        }

        HashSet<string> seen = [];
        foreach (string name in assets)
        {
            bool tooLong = name?.Length > DocumentLimits.NameCharacters;
            if (string.IsNullOrEmpty(name) || tooLong || name.Trim() != name || name.Any(char.IsControl))
            {
                fields.Throw("assets", $"an asset's name is empty, longer than {DocumentLimits.NameCharacters} characters, or has blanks around it or control characters: '{(tooLong ? name![..40] : name)}'; choose a plain name");
            }

            if (!seen.Add(name))
            {
                fields.Throw("assets", $"'assets' names '{name}' twice; name each asset once");
            }
        }
    }

    private static void CheckEach(double[] values, string key, IReadOnlyList<string> assets, bool allowZero, SurfaceFields fields)
    {
        if (values.Length != assets.Count)
        {
            fields.Throw(key, $"'{key}' has {values.Length} values for {assets.Count} assets; give one for each");
        }

        for (int asset = 0; asset < values.Length; asset++)
        {
            double value = values[asset];
            if (!double.IsFinite(value) || value < 0 || (value == 0 && !allowZero))
            {
                string limit = allowZero ? "at least 0" : "above 0";
                fields.Throw(key, $"'{key}' of {assets[asset]} is {SurfaceGuards.Text(value)}; it must be {limit} and finite; correct it");
            }
        }
    }
}
