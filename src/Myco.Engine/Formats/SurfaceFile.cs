using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>A surface, or a state of one, on file: the definition as given, and the balances in surface units.</summary>
/// <remarks>Nothing is lost: numbers read back to the same bits, and the same numbers prepare the same state.
/// Format <c>myco-surface/1</c>: the surface's keys of a pool, <c>balances</c> for a state, and <c>balancesLow</c> where the
/// balances reach below their last place, as those of a stepped state do.</remarks>
public sealed class SurfaceFile : IDeclared<SurfaceFile>
{
    /// <summary>The name and version of the format.</summary>
    public const string Format = "myco-surface/1";

    private static readonly TextRule KindRule = TextRule.OneOf(SurfaceFields.Kind);

    private readonly double[] _balances;
    private readonly double[] _balancesLow;
    private DocumentReader? _source;

    /// <summary>A surface, or with balances a state of it.</summary>
    /// <param name="definition">The surface.</param>
    /// <param name="balances">One per asset, or nothing.</param>
    /// <param name="balancesLow">What the balances are beyond that; nothing for zeros.</param>
    /// <exception cref="DocumentException">The balances are not one finite number for each asset.</exception>
    public SurfaceFile(SurfaceDefinition definition, ReadOnlySpan<double> balances = default, ReadOnlySpan<double> balancesLow = default)
        : this(definition, balances.ToArray(), balancesLow.ToArray())
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (FieldCheck.Of(this) is Flaw flaw)
        {
            throw new DocumentException(0, flaw.Text);
        }
    }

    private SurfaceFile(SurfaceDefinition definition, double[] balances, double[] balancesLow) =>
        (Definition, _balances, _balancesLow) = (definition, balances, balancesLow);

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
        DocumentTree tree = DocumentTree.Parse(bytes.ToArray());
        SurfaceFile file = DocumentReader.Read<SurfaceFile>(tree, Format, isNeeded: true);
        file._source = new(tree);
        return file;
    }

    /// <summary>Writes the document; the stream is left open.</summary>
    public void Write(Stream stream)
    {
        DocumentWriter.Write(this, stream, DocumentLayout.ListALine, Format);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Builds the surface.</summary>
    /// <exception cref="DocumentException">The numbers define no surface.</exception>
    public EllipsoidSurface ToSurface() => SurfaceFields.Build(Definition, _source);

    /// <summary>Prepares the state that was saved.</summary>
    /// <exception cref="DocumentException">There are no balances, or they are no state of the surface.</exception>
    public EllipsoidState ToState()
    {
        EllipsoidSurface surface = ToSurface();
        if (_balances.Length == 0)
        {
            DocumentReader.Refuse(_source, "lacks 'balances', so this is a surface without a state; add them");
        }

        return SurfaceFields.Prepare(surface, _balances, _balancesLow.Length > 0 ? _balancesLow : new double[_balances.Length], _source);
    }

    static SurfaceFile IDeclared<SurfaceFile>.Accept(IFields fields, SurfaceFile? value)
    {
        fields.Text("kind", SurfaceFields.Kind, KindRule);
        SurfaceDefinition definition = SurfaceFields.Accept(fields, value?.Definition, null);
        int count = definition.Dimension;
        double[] balances = fields.NumbersOrNothing("balances", SurfaceFields.Given(value?._balances), Interval.Finite, count, count) ?? [];
        count = balances.Length;
        double[] low = fields.NumbersOrNothing("balancesLow", SurfaceFields.Given(value?._balancesLow), Interval.Finite, count, count) ?? [];
        return new(definition, balances, low);
    }
}
