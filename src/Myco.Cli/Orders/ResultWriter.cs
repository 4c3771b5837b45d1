using System.Globalization;
using System.Text;
using Myco.Cli.Files;
using Myco.Engine;

namespace Myco.Cli.Orders;

/// <summary>From priced orders to lines of results: the order as it was given, then result, status and prices.</summary>
/// <remarks>Numbers in the fewest digits that read back to the same bits.</remarks>
internal static class ResultWriter
{
    // The longest binary64 in shortest form, "-2.2250738585072014E-308", and its comma.
    private const int NumberBytes = 25;
    private const int StatusBytes = 24;

    private static readonly byte[][] StatusNames = [.. Enum.GetNames<QuoteStatus>().Select(Encoding.UTF8.GetBytes)];

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(OrderHeader header, NamedOutput output)
    {
        output.Write(header.Text);
        output.Write(",result,status,averagePrice,spotPrice,impact\n"u8);
    }

    /// <summary>Writes the lines of a block into the block.</summary>
    public static void Write(OrderBlock block)
    {
        foreach (ref readonly Order order in block.Orders)
        {
            Span<byte> line = block.Results.GetSpan(order.Length + StatusBytes + (4 * NumberBytes) + 2);
            block.Bytes.AsSpan(order.Start, order.Length).CopyTo(line);
            int length = order.Length;
            if (order.LacksLimit)
            {
                line[length++] = (byte)',';
            }

            length += Number(order.Result, line[length..]);
            line[length++] = (byte)',';
            ReadOnlySpan<byte> status = StatusNames[(int)order.Status];
            status.CopyTo(line[length..]);
            length += status.Length;
            length += Number(order.AveragePrice, line[length..]);
            length += Number(order.SpotPrice, line[length..]);
            length += Number(order.Impact, line[length..]);
            line[length++] = (byte)'\n';
            block.Results.Advance(length);
        }
    }

    private static int Number(double value, Span<byte> target)
    {
        target[0] = (byte)',';
        value.TryFormat(target[1..], out int written, default, CultureInfo.InvariantCulture);
        return written + 1;
    }
}
