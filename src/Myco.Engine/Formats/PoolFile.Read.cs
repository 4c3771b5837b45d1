using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

public sealed partial class PoolFile
{
    /// <summary>Reads a pool from a stream to the stream's end.</summary>
    /// <exception cref="DocumentException">The text is no pool; nothing is built.</exception>
    public static PoolFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Parse(DocumentBytes.Read(stream));
    }

    /// <summary>Reads a pool from UTF-8 bytes; a byte-order mark, comments and trailing commas are accepted.</summary>
    /// <exception cref="DocumentException">The text is no pool; nothing is built.</exception>
    public static PoolFile Parse(ReadOnlySpan<byte> bytes)
    {
        Keys keys = new();
        SurfaceFields fields = new();
        fields.ReadAll(DocumentBytes.Text(bytes), keys.TryRead);
        fields.Require("kind");
        fields.Require("assets");
        fields.Require("balances");
        SurfaceDefinition definition = fields.Define(keys.Assets.Count);
        return new PoolFile(keys.Assets, definition, keys.Balances, keys.Rates, keys.Fee, keys.Supply, fields);
    }

    /// <summary>The values of the keys that are not of the surface.</summary>
    private sealed class Keys
    {
        public List<string> Assets { get; private set; } = [];

        public double[] Balances { get; private set; } = [];

        public double[] Rates { get; private set; } = [];

        public double Fee { get; private set; }

        public double? Supply { get; private set; }

        public bool TryRead(string key, ref JsonCursor cursor)
        {
            switch (key)
            {
                case "format": DocumentHead.Check(ref cursor, key, Format); return true;
                case "kind": DocumentHead.Check(ref cursor, key, DocumentHead.Ellipsoid); return true;
                case "assets": Assets = cursor.ReadStrings(key, DocumentLimits.GreatestDimension); return true;
                case "balances": Balances = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
                case "rates": Rates = cursor.ReadNumbers(key, DocumentLimits.GreatestDimension); return true;
                case "fee": Fee = cursor.ReadNumber(key); return true;
                case "supply": Supply = cursor.ReadNumber(key); return true;
                default: return false;
            }
        }
    }
}
