using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>The keys that pool and surface documents share: they define the surface.</summary>
/// <remarks>Keys: stretch, angles | rotation | eclp, priceLower, priceUpper. Each key may stand once.</remarks>
internal sealed class SurfaceFields
{
    private static readonly string[] Orientations = ["angles", "rotation", "eclp"];
    private static readonly string[] BesideOrientation = ["stretch", "priceLower", "priceUpper"];
    private static readonly string[] EclpKeys = ["alpha", "beta", "c", "s", "lambda"];

    private readonly Dictionary<string, int> _lines = [];
    private bool _hasText;
    private double[] _stretch = [];
    private double[] _orientation = [];
    private double[] _priceLower = [];
    private double[] _priceUpper = [];
    private EclpDefinition? _eclp;

    /// <summary>Walks the root object: the keys of a surface are read here, the others are handed on.</summary>
    /// <param name="text">The document.</param>
    /// <param name="others">Reads a key that is not of the surface; false when it does not know the key.</param>
    public void ReadAll(ReadOnlySpan<byte> text, KeyReader others)
    {
        _hasText = true;
        JsonCursor cursor = new(text);
        cursor.Expect(JsonTokenType.StartObject, "the document must be one object: its '{'");
        while (cursor.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            string key = cursor.Text();
            if (!_lines.TryAdd(key, cursor.Line))
            {
                cursor.Throw($"'{key}' stands twice, the first time on line {_lines[key]}; remove one");
            }

            if (!TryRead(key, ref cursor) && !others(key, ref cursor))
            {
                cursor.Throw($"'{(key.Length <= 40 ? key : key[..40])}' is no key of this document; remove it or mend its spelling");
            }
        }

        // The reader itself refuses whatever follows the root object.
        cursor.Read();
    }

    /// <summary>The line of a key, its start when the key is absent; 0 when nothing was read.</summary>
    public int LineOf(string key) => _lines.GetValueOrDefault(key, _hasText ? 1 : 0);

    /// <summary>What a builder of surfaces or states answers, its refusals turned into faults of the document.</summary>
    /// <param name="build">The builder; it refuses by <see cref="ArgumentException"/>.</param>
    /// <param name="key">The key at fault when the refusal names no other.</param>
    public TResult Guard<TResult>(Func<TResult> build, string key)
    {
        try
        {
            return build();
        }
        catch (ArgumentException exception)
        {
            string what = exception.Message.Split(" (Parameter")[0].TrimEnd('.');
            string culprit = exception.ParamName is string name && Has(name) ? name : key;
            throw new DocumentException(LineOf(culprit), what, exception);
        }
    }

    /// <summary>Whether the key stands in the document.</summary>
    public bool Has(string key) => _lines.ContainsKey(key);

    /// <summary>Refuses the document when a key is absent.</summary>
    public void Require(string key)
    {
        if (!Has(key))
        {
            Throw(key, $"'{key}' is missing; add it");
        }
    }

    /// <summary>Refuses a list whose length is not the dimension.</summary>
    public void RequireLength(string key, int length, int dimension)
    {
        Require(key);
        if (length != dimension)
        {
            Throw(key, $"'{key}' has {length} values for {dimension} assets; give one for each");
        }
    }

    /// <summary>Refuses the document at a key.</summary>
    [DoesNotReturn]
    public void Throw(string key, string what) => throw new DocumentException(LineOf(key), what);

    /// <summary>The definition, its lengths checked against the dimension.</summary>
    /// <param name="dimension">N where the document tells it otherwise; null to take it from the stretch factors.</param>
    public SurfaceDefinition Define(int? dimension)
    {
        string way = OneWay();
        if (way == "eclp")
        {
            RefuseBesideEclp(dimension);
            return Define(_eclp!);
        }

        Require("stretch");
        int count = dimension ?? _stretch.Length;
        if (count is < DocumentLimits.LeastDimension or > DocumentLimits.GreatestDimension)
        {
            Throw("stretch", $"there are {count} assets; a surface has {DocumentLimits.LeastDimension} to {DocumentLimits.GreatestDimension}; add or remove some");
        }

        RequireLength("stretch", _stretch.Length, count);
        RequireLength("priceLower", _priceLower.Length, count);
        RequireLength("priceUpper", _priceUpper.Length, count);
        int wanted = way == "angles" ? count * (count - 1) / 2 : count * count;
        if (_orientation.Length != wanted)
        {
            Throw(way, $"'{way}' has {_orientation.Length} values; {count} assets need {wanted}; give them all");
        }

        SurfaceForm form = way == "angles" ? SurfaceForm.Angles : SurfaceForm.Rotation;
        return new SurfaceDefinition(form, _stretch, _orientation, _priceLower, _priceUpper);
    }

    /// <summary>The N = 2 surface of an E-CLP. Source: spec 01-surface, section 1.</summary>
    private static SurfaceDefinition Define(EclpDefinition eclp) =>
        new(SurfaceForm.Eclp, [eclp.Lambda, 1], [], [eclp.Alpha, 1], [eclp.Beta, 1], eclp);

    private bool TryRead(string key, ref JsonCursor cursor)
    {
        switch (key)
        {
            case "stretch": _stretch = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
            case "priceLower": _priceLower = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
            case "priceUpper": _priceUpper = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
            case "angles": _orientation = cursor.ReadNumbers(key, DocumentLimits.Angles); return true;
            case "rotation": _orientation = cursor.ReadMatrix(key, DocumentLimits.GreatestDimension); return true;
            case "eclp": _eclp = ReadEclp(ref cursor); return true;
            default: return false;
        }
    }

    private static EclpDefinition ReadEclp(ref JsonCursor cursor)
    {
        double?[] values = new double?[EclpKeys.Length];
        cursor.Expect(JsonTokenType.StartObject, "'eclp' must be an object: its '{'");
        while (cursor.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            string key = cursor.Text();
            int index = Array.IndexOf(EclpKeys, key);
            if (index < 0 || values[index] is not null)
            {
                cursor.Throw($"'eclp' has no key '{(key.Length <= 40 ? key : key[..40])}', or has it twice; its keys are alpha, beta, c, s and lambda");
            }

            values[index] = cursor.ReadNumber(key);
        }

        int missing = Array.FindIndex(values, value => value is null);
        if (missing >= 0)
        {
            cursor.Throw($"'eclp' lacks '{EclpKeys[missing]}'; add it");
        }

        return new(values[0]!.Value, values[1]!.Value, values[2]!.Value, values[3]!.Value, values[4]!.Value);
    }

    private string OneWay()
    {
        string[] given = [.. Orientations.Where(Has)];
        if (given.Length != 1)
        {
            string last = given.Length == 0 ? "stretch" : given[^1];
            Throw(last, $"{(given.Length == 0 ? "none" : string.Join(" and ", given))} given; give exactly one of angles, rotation and eclp");
        }

        return given[0];
    }

    private void RefuseBesideEclp(int? dimension)
    {
        foreach (string key in BesideOrientation.Where(Has))
        {
            Throw(key, $"'{key}' stands beside 'eclp', whose alpha, beta and lambda say the same; remove it");
        }

        if (dimension is not null and not 2)
        {
            Throw("eclp", $"'eclp' defines a surface of 2 assets, and {dimension} are named; name two or give stretch and angles");
        }
    }

    /// <summary>Reads the value of a key, the cursor standing on the key.</summary>
    public delegate bool KeyReader(string key, ref JsonCursor cursor);
}
