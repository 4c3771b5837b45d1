using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>A surface, or a state of one, on file: the definition as given, and the balances in surface units.</summary>
/// <remarks>Nothing is lost: numbers read back to the same bits, and the same numbers prepare the same state.
/// Format <c>myco-surface/1</c>: the surface's keys of a pool, <c>balances</c> for a state, and <c>balancesLow</c> where the
/// balances reach below their last place, as those of a stepped state do.</remarks>
public sealed class SurfaceFile
{
    /// <summary>The name and version of the format.</summary>
    public const string Format = "myco-surface/1";

    private readonly SurfaceFields _fields;
    private readonly double[] _balances;
    private readonly double[] _balancesLow;

    /// <summary>A surface, or with balances a state of it.</summary>
    /// <param name="definition">The surface.</param>
    /// <param name="balances">One per asset, or nothing.</param>
    /// <param name="balancesLow">What the balances are beyond that; nothing for zeros.</param>
    /// <exception cref="DocumentException">The balances are not one finite number for each asset.</exception>
    public SurfaceFile(SurfaceDefinition definition, ReadOnlySpan<double> balances = default, ReadOnlySpan<double> balancesLow = default)
        : this(definition, balances.ToArray(), balancesLow.ToArray(), new SurfaceFields())
    {
    }

    private SurfaceFile(SurfaceDefinition definition, double[] balances, double[] balancesLow, SurfaceFields fields)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Check(fields, "balances", balances, definition.Dimension);
        Check(fields, "balancesLow", balancesLow, balances.Length);
        (Definition, _balances, _balancesLow, _fields) = (definition, balances, balancesLow, fields);
    }

    /// <summary>The surface as it was given.</summary>
    public SurfaceDefinition Definition { get; }

    /// <summary>The balances of the state; empty for a surface alone.</summary>
    public ReadOnlySpan<double> Balances => _balances;

    /// <summary>What the balances are beyond <see cref="Balances"/>; empty for zeros.</summary>
    public ReadOnlySpan<double> BalancesLow => _balancesLow;

    /// <summary>The file of a surface.</summary>
    public static SurfaceFile Of(EllipsoidSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return new SurfaceFile(surface.Definition);
    }

    /// <summary>The file of a state.</summary>
    public static SurfaceFile Of(EllipsoidState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ReadOnlySpan<double> low = state.BalancesLow;
        return new SurfaceFile(state.Surface.Definition, state.Balances, low.ContainsAnyExcept(0) ? low : []);
    }

    /// <summary>Reads a surface or a state from UTF-8 bytes.</summary>
    /// <exception cref="DocumentException">The text is neither; nothing is built.</exception>
    public static SurfaceFile Parse(ReadOnlySpan<byte> bytes)
    {
        double[] balances = [];
        double[] balancesLow = [];
        SurfaceFields fields = new();
        fields.ReadAll(DocumentBytes.Text(bytes), (string key, ref JsonCursor cursor) =>
        {
            switch (key)
            {
                case "format": DocumentHead.Check(ref cursor, key, Format); return true;
                case "kind": DocumentHead.Check(ref cursor, key, DocumentHead.Ellipsoid); return true;
                case "balances": balances = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
                case "balancesLow": balancesLow = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
                default: return false;
            }
        });
        fields.Require("format");
        return new SurfaceFile(fields.Define(null), balances, balancesLow, fields);
    }

    /// <summary>Writes the document; the stream is left open.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using DocumentWriter writer = new(stream, Format);
        writer.Surface(Definition);
        if (_balances.Length > 0)
        {
            writer.Numbers("balances", _balances);
        }

        if (_balancesLow.Length > 0)
        {
            writer.Numbers("balancesLow", _balancesLow);
        }

        writer.Finish(stream);
    }

    /// <summary>Builds the surface.</summary>
    /// <exception cref="DocumentException">The numbers define no surface.</exception>
    public EllipsoidSurface ToSurface() => _fields.Guard(() => EllipsoidSurface.From(Definition), _fields.Has("eclp") ? "eclp" : "stretch");

    /// <summary>Prepares the state that was saved.</summary>
    /// <exception cref="DocumentException">There are no balances, or they are no state of the surface.</exception>
    public EllipsoidState ToState()
    {
        EllipsoidSurface surface = ToSurface();
        if (_balances.Length == 0)
        {
            _fields.Throw("balances", "'balances' is missing, so this is a surface without a state; add them");
        }

        double[] low = _balancesLow.Length > 0 ? _balancesLow : new double[_balances.Length];
        return _fields.Guard(() => surface.At(_balances, low), "balances");
    }

    private static void Check(SurfaceFields fields, string key, double[] values, int wanted)
    {
        if ((fields.Has(key) || values.Length > 0) && values.Length != wanted)
        {
            fields.Throw(key, $"'{key}' has {values.Length} values for {wanted} assets; give one for each");
        }

        int wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            fields.Throw(key, $"'{key}' of asset {wrong} is {SurfaceGuards.Text(values[wrong])}; a file holds finite numbers only; correct it");
        }
    }
}
