using System.Text;
using Myco.Engine.Formats;

namespace Myco.Cli.Orders;

/// <summary>The first line of the orders: which columns there are.</summary>
/// <param name="Text">The header as it stands, without the byte-order mark.</param>
/// <param name="HasLimit">Whether there is a column of limits.</param>
internal sealed record OrderHeader(byte[] Text, bool HasLimit)
{
    private const string WithoutLimit = "kind,in,out,amount";
    private const string WithLimit = WithoutLimit + ",limit";

    /// <summary>Reads the header from the first block, and moves the block's start behind it.</summary>
    /// <exception cref="DocumentException">The first line that is not blank is no header.</exception>
    public static OrderHeader Take(OrderBlock block)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> bytes = block.Bytes.AsSpan(0, block.Length);
        block.Start = bytes.StartsWith(mark) ? mark.Length : 0;
        while (block.Start < block.Length)
        {
            ReadOnlySpan<byte> line = OrderLine.At(bytes, block.Start, out int next);
            long number = block.FirstLine++;
            block.Start = next;
            if (!OrderLine.IsBlank(line))
            {
                return Parse(line, number);
            }
        }

        throw new DocumentException(1, $"there is no header; begin the file with the line '{WithLimit}' or '{WithoutLimit}'");
    }

    private static OrderHeader Parse(ReadOnlySpan<byte> line, long number)
    {
        Span<Range> fields = stackalloc Range[5];
        int count = CsvFields.Split(line, fields);
        StringBuilder names = new();
        for (int i = 0; i < Math.Min(count, fields.Length); i++)
        {
            names.Append(i == 0 ? string.Empty : ",").Append(Encoding.UTF8.GetString(line[fields[i]]));
        }

        string found = names.ToString();
        if (count is not (4 or 5) || found != (count == 5 ? WithLimit : WithoutLimit))
        {
            string shown = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 60)]);
            throw new DocumentException((int)Math.Min(number, int.MaxValue), $"the header is '{shown}'; it must be '{WithLimit}' or '{WithoutLimit}'; put that first");
        }

        return new OrderHeader(line.ToArray(), count == 5);
    }
}
