using System.Buffers;

namespace Myco.Cli.Orders;

/// <summary>A run of whole lines with everything that becomes of them; used again and again, so that memory stays constant.</summary>
internal sealed class OrderBlock
{
    /// <summary>The bytes of a block: some 16 Ki orders of usual length, small enough for the second-level cache.</summary>
    public const int Capacity = 512 << 10;

    private Order[] _orders = new Order[4096];

    /// <summary>The lines as read.</summary>
    public byte[] Bytes { get; } = new byte[Capacity];

    /// <summary>Where the first line to parse begins: behind the header in the first block.</summary>
    public int Start { get; set; }

    /// <summary>The bytes in use.</summary>
    public int Length { get; set; }

    /// <summary>The number of the line at <see cref="Start"/>, counted from 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>The orders that were parsed.</summary>
    public Span<Order> Orders => _orders.AsSpan(0, OrderCount);

    /// <summary>The number of orders that were parsed.</summary>
    public int OrderCount { get; private set; }

    /// <summary>Room for the swaps among them, as columns.</summary>
    public SwapColumns Swaps { get; } = new();

    /// <summary>The lines that failed, malformed ones before refused ones until they are sorted.</summary>
    public List<LineFault> Faults { get; } = [];

    /// <summary>The results as bytes.</summary>
    public ArrayBufferWriter<byte> Results { get; } = new(2 * Capacity);

    /// <summary>Empties the block.</summary>
    public void Clear()
    {
        (Start, Length, OrderCount) = (0, 0, 0);
        Faults.Clear();
        Results.ResetWrittenCount();
    }

    /// <summary>Adds an order.</summary>
    public void Add(in Order order)
    {
        if (OrderCount == _orders.Length)
        {
            Array.Resize(ref _orders, 2 * _orders.Length);
        }

        _orders[OrderCount++] = order;
    }
}
