using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>A surface, or a state of one, on file: the definition as given, and the balances in surface units.</summary>
/// <remarks>Nothing is lost: numbers read back to the same bits, and the same numbers prepare the same state.
/// Format <c>myco-surface/1</c>: the surface's keys of a pool, and <c>balances</c> for a state.</remarks>
public sealed class SurfaceFile
{
    /// <summary>The name and version of the format.</summary>
    public const string Format = "myco-surface/1";

    private readonly SurfaceFields _fields;
    private readonly double[] _balances;

    /// <summary>A surface, or with balances a state of it.</summary>
    /// <exception cref="DocumentException">The balances are not one for each asset.</exception>
    public SurfaceFile(SurfaceDefinition definition, ReadOnlySpan<double> balances = default)
        : this(definition, balances.ToArray(), new SurfaceFields())
    {
    }

    private SurfaceFile(SurfaceDefinition definition, double[] balances, SurfaceFields fields)
    {
        ArgumentNullException.ThrowIfNull(definition);
        int dimension = definition.Stretch.Length;
        if ((fields.Has("balances") || balances.Length > 0) && balances.Length != dimension)
        {
            fields.Throw("balances", $"'balances' has {balances.Length} values for {dimension} assets; give one for each");
        }

        (Definition, _balances, _fields) = (definition, balances, fields);
    }

    /// <summary>The surface as it was given.</summary>
    public SurfaceDefinition Definition { get; }

    /// <summary>The balances of the state; empty for a surface alone.</summary>
    public ReadOnlySpan<double> Balances => _balances;

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
        return new SurfaceFile(state.Surface.Definition, state.Balances);
    }

    /// <summary>Reads a surface or a state from UTF-8 bytes.</summary>
    /// <exception cref="DocumentException">The text is neither; nothing is built.</exception>
    public static SurfaceFile Parse(ReadOnlySpan<byte> bytes)
    {
        double[] balances = [];
        SurfaceFields fields = new();
        fields.ReadAll(DocumentBytes.Text(bytes), (string key, ref JsonCursor cursor) =>
        {
            switch (key)
            {
                case "format": DocumentHead.Check(ref cursor, key, Format); return true;
                case "kind": DocumentHead.Check(ref cursor, key, DocumentHead.Ellipsoid); return true;
                case "balances": balances = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
                default: return false;
            }
        });
        fields.Require("format");
        return new SurfaceFile(fields.Define(null), balances, fields);
    }

    /// <summary>Reads a surface or a state from a stream to the stream's end.</summary>
    /// <exception cref="DocumentException">The text is neither; nothing is built.</exception>
    public static SurfaceFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Parse(DocumentBytes.Read(stream));
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

        writer.Finish(stream);
    }

    /// <summary>Builds the surface.</summary>
    /// <exception cref="DocumentException">The numbers define no surface.</exception>
    public EllipsoidSurface ToSurface() => _fields.Guard(Definition.ToSurface, _fields.Has("eclp") ? "eclp" : "stretch");

    /// <summary>Prepares the state that was saved.</summary>
    /// <exception cref="DocumentException">There are no balances, or they are no state of the surface.</exception>
    public EllipsoidState ToState()
    {
        EllipsoidSurface surface = ToSurface();
        if (_balances.Length == 0)
        {
            _fields.Throw("balances", "'balances' is missing, so this is a surface without a state; add them");
        }

        return _fields.Guard(() => surface.At(_balances), "balances");
    }
}
