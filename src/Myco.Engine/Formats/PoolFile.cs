using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>A pool: its assets, the definition of its surface, its balances, rates, fee and supply.</summary>
/// <remarks>Balances are amounts; a surface balance is amount · rate. Without rates, amounts are surface units.
/// Numbers read back to the same bits. Source: spec 05-formats, "Pool" (<c>myco-pool/1</c>).</remarks>
public sealed partial class PoolFile
{
    /// <summary>The name and version of the format.</summary>
    public const string Format = "myco-pool/1";

    private readonly double[] _balances;
    private readonly double[] _rates;
    private DocumentReader? _source;

    /// <summary>A pool from its parts.</summary>
    /// <param name="assets">The names, one per asset, each once.</param>
    /// <param name="definition">The surface.</param>
    /// <param name="balances">The amounts held, one per asset.</param>
    /// <param name="rates">Surface units per amount, one per asset, or nothing.</param>
    /// <param name="fee">The swap fee, in [0, 1).</param>
    /// <param name="supply">The supply of the pool's own token; null for the invariant.</param>
    /// <exception cref="DocumentException">A part is out of its limits.</exception>
    public PoolFile(
        IReadOnlyList<string> assets, SurfaceDefinition definition, ReadOnlySpan<double> balances,
        ReadOnlySpan<double> rates = default, double fee = 0, double? supply = null)
        : this(assets, definition, balances.ToArray(), rates.ToArray(), fee, supply)
    {
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(definition);
        if (FieldCheck.Of(this) is Flaw flaw)
        {
            throw new DocumentException(0, flaw.Text);
        }
    }

    private PoolFile(IReadOnlyList<string> assets, SurfaceDefinition definition, double[] balances, double[] rates, double fee, double? supply)
    {
        (Assets, Definition, Fee, Supply) = ([.. assets ?? []], definition, fee, supply);
        (_balances, _rates) = (balances, rates);
    }

    /// <summary>The names of the assets.</summary>
    public IReadOnlyList<string> Assets { get; }

    /// <summary>The surface as it was given.</summary>
    public SurfaceDefinition Definition { get; }

    /// <summary>The amounts held.</summary>
    public ReadOnlySpan<double> Balances => _balances;

    /// <summary>Surface units per amount; empty when none were given, which means 1 for each.</summary>
    public ReadOnlySpan<double> Rates => _rates;

    /// <summary>The swap fee, in [0, 1).</summary>
    public double Fee { get; }

    /// <summary>The supply of the pool's own token; null for the invariant at the start.</summary>
    public double? Supply { get; }

    /// <summary>The rate of an asset, 1 when none were given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The asset is not of this pool.</exception>
    public double RateOf(int asset)
    {
        StateGuards.CheckAsset(asset, Assets.Count, nameof(asset));
        return _rates.Length == 0 ? 1 : _rates[asset];
    }

    /// <summary>Reads a pool from a stream to the stream's end.</summary>
    /// <exception cref="DocumentException">The text is no pool; nothing is built.</exception>
    public static PoolFile Read(Stream stream) => Read(DocumentTree.Read(stream));

    /// <summary>Reads a pool from UTF-8 bytes; a byte-order mark, comments and trailing commas are accepted.</summary>
    /// <exception cref="DocumentException">The text is no pool; nothing is built.</exception>
    public static PoolFile Parse(ReadOnlySpan<byte> bytes) => Read(DocumentTree.Parse(bytes.ToArray()));

    /// <summary>Writes the pool; reading it back gives the same pool, number for number.</summary>
    /// <param name="stream">Where to; it is left open.</param>
    public void Write(Stream stream)
    {
        DocumentWriter.Write(this, stream, DocumentLayout.ListALine, Format);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Builds the surface and prepares its state at the scaled balances.</summary>
    /// <exception cref="DocumentException">The definition is no surface, or the balances are no state of it.</exception>
    public EllipsoidState ToState()
    {
        EllipsoidSurface surface = SurfaceFields.Build(Definition, _source);
        double[] scaled = [.. _balances.Select((balance, asset) => balance * RateOf(asset))];
        return SurfaceFields.Prepare(surface, scaled, [], _source);
    }

    private static PoolFile Read(DocumentTree tree)
    {
        PoolFile pool = DocumentReader.Read<PoolFile>(tree, Format);
        pool._source = new(tree);
        return pool;
    }
}
