namespace Myco.Engine.Formats;

public sealed partial class PoolFile
{
    /// <summary>Writes the pool; reading it back gives the same pool, number for number.</summary>
    /// <param name="stream">Where to; it is left open.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using DocumentWriter writer = new(stream, Format);
        writer.Strings("assets", Assets);
        writer.Surface(Definition);
        writer.Numbers("balances", Balances);
        if (_rates.Length > 0)
        {
            writer.Numbers("rates", Rates);
        }

        writer.Number("fee", Fee);
        if (Supply is double supply)
        {
            writer.Number("supply", supply);
        }

        writer.Finish(stream);
    }
}
