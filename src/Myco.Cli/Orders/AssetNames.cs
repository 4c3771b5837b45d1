using System.Buffers.Text;
using System.Text;
using Myco.Cli.Console;

namespace Myco.Cli.Orders;

/// <summary>Finds an asset by the bytes of its name or of its index; where both would do, the name wins.</summary>
internal sealed class AssetNames
{
    private const int Buckets = 256;

    private readonly byte[][] _names;
    private readonly int[] _first = new int[Buckets];
    private readonly int[] _next;

    /// <summary>An index over the names.</summary>
    public AssetNames(IReadOnlyList<string> names)
    {
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        _next = new int[names.Count];
        _first.AsSpan().Fill(-1);
        for (int asset = names.Count - 1; asset >= 0; asset--)
        {
            int bucket = Bucket(_names[asset]);
            _next[asset] = _first[bucket];
            _first[bucket] = asset;
        }
    }

    /// <summary>The number of assets.</summary>
    public int Count => _names.Length;

    /// <summary>The asset, or −1 when the text names none.</summary>
    /// <param name="text">A field of CSV without its outer quotes.</param>
    public int Find(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'"') >= 0)
        {
            text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("\"\"", "\"", StringComparison.Ordinal));
        }

        int asset = text.IsEmpty ? -1 : _first[Bucket(text)];
        while (asset >= 0 && !text.SequenceEqual(_names[asset]))
        {
            asset = _next[asset];
        }

        return asset >= 0 ? asset : FindIndex(text);
    }

    /// <summary>The asset that the user's word names.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public int Require(string word, string option)
    {
        int asset = Find(Encoding.UTF8.GetBytes(word));
        return asset >= 0
            ? asset
            : throw new UsageException($"myco: {option} '{word}' names no asset of the pool; use {Known()}");
    }

    /// <summary>The names that would do, for a message.</summary>
    public string Known() => $"one of {string.Join(", ", _names.Take(8).Select(Encoding.UTF8.GetString))}{(Count > 8 ? "…" : string.Empty)} or an index from 0 to {Count - 1}";

    private int FindIndex(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int index, out int used) && used == text.Length && (uint)index < (uint)Count ? index : -1;

    private static int Bucket(ReadOnlySpan<byte> name) => ((name[0] * 31) + (name[^1] * 7) + name.Length) & (Buckets - 1);
}
