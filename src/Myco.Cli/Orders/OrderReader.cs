using Myco.Engine.Formats;

namespace Myco.Cli.Orders;

/// <summary>Cuts a stream into blocks of whole lines; the cuts depend on the bytes alone, never on how they arrive.</summary>
/// <remarks>A line beyond the limit is cut after its first byte too many, so that the parser refuses it, and the rest is
/// skipped unread: memory stays constant.</remarks>
internal sealed class OrderReader(Stream stream)
{
    private readonly byte[] _carried = new byte[OrderBlock.Capacity];
    private int _carriedLength;
    private bool _skipping;
    private bool _ended;
    private long _nextLine = 1;

    /// <summary>The bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Fills a block with the next lines; false when there are none.</summary>
    public bool TryFill(OrderBlock block)
    {
        block.Clear();
        _carried.AsSpan(0, _carriedLength).CopyTo(block.Bytes);
        block.Length = _carriedLength;
        _carriedLength = 0;
        Fill(block);
        while (_skipping && block.Length > 0)
        {
            Skip(block);
            Fill(block);
        }

        if (block.Length == 0)
        {
            return false;
        }

        Cut(block);
        ReadOnlySpan<byte> lines = block.Bytes.AsSpan(0, block.Length);
        block.FirstLine = _nextLine;
        _nextLine += lines.Count((byte)'\n') + (lines[^1] == '\n' ? 0 : 1);
        return true;
    }

    private void Fill(OrderBlock block)
    {
        while (!_ended && block.Length < OrderBlock.Capacity)
        {
            int count = stream.Read(block.Bytes, block.Length, OrderBlock.Capacity - block.Length);
            _ended = count == 0;
            block.Length += count;
            BytesRead += count;
        }
    }

    /// <summary>Drops what is left of a line that was too long.</summary>
    private void Skip(OrderBlock block)
    {
        Span<byte> bytes = block.Bytes.AsSpan(0, block.Length);
        int end = bytes.IndexOf((byte)'\n');
        _skipping = end < 0;
        block.Length = end < 0 ? 0 : block.Length - end - 1;
        bytes[(end + 1)..].CopyTo(block.Bytes);
    }

    /// <summary>Keeps whole lines and carries the rest over to the next block.</summary>
    private void Cut(OrderBlock block)
    {
        if (_ended)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = block.Bytes.AsSpan(0, block.Length);
        int whole = bytes.LastIndexOf((byte)'\n') + 1;
        int rest = bytes.Length - whole;
        if (rest > DocumentLimits.LineBytes)
        {
            block.Length = whole + DocumentLimits.LineBytes + 1;
            _skipping = true;
            return;
        }

        bytes[whole..].CopyTo(_carried);
        _carriedLength = rest;
        block.Length = whole;
    }
}
