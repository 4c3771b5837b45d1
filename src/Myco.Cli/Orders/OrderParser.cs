using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Myco.Engine.Formats;

namespace Myco.Cli.Orders;

/// <summary>From the lines of a block to orders; a malformed line becomes a fault, and the rest goes on.</summary>
/// <remarks>By hand on the bytes, without CsvHelper: that would make strings of every field, and a million orders have
/// three seconds. Safe to share between threads.</remarks>
internal sealed class OrderParser(AssetNames assets, OrderHeader header)
{
    /// <summary>Parses every line of the block from its start.</summary>
    public void Parse(OrderBlock block)
    {
        ReadOnlySpan<byte> bytes = block.Bytes.AsSpan(0, block.Length);
        bool valid = Utf8.IsValid(bytes[block.Start..]);
        int line = 0;
        for (int start = block.Start; start < bytes.Length; line++)
        {
            ReadOnlySpan<byte> text = OrderLine.At(bytes, start, out int next);
            if (!OrderLine.IsBlank(text))
            {
                Order order = new() { Start = start, Length = text.Length, Line = line };
                string? fault = Fault(text, valid) ?? Read(text, ref order);
                if (fault is null)
                {
                    block.Add(order);
                }
                else
                {
                    block.Faults.Add(new LineFault(line, fault));
                }
            }

            start = next;
        }
    }

    private static string? Fault(ReadOnlySpan<byte> text, bool valid)
    {
        if (text.Length > DocumentLimits.LineBytes)
        {
            return $"the line has more than {DocumentLimits.LineBytes} bytes, which is the limit; is a line feed missing?";
        }

        return valid || Utf8.IsValid(text) ? null : "a byte is not UTF-8, which every file must be; save the file as UTF-8";
    }

    /// <summary>Reads the fields; the answer is what is wrong, or null.</summary>
    private string? Read(ReadOnlySpan<byte> text, ref Order order)
    {
        Span<Range> fields = stackalloc Range[5];
        int wanted = header.HasLimit ? 5 : 4;
        int count = CsvFields.Split(text, fields);
        if (count < 0)
        {
            return "a quotation mark is misplaced; quote a whole field and double the marks inside it";
        }

        order.LacksLimit = header.HasLimit && count == 4;
        if (count != wanted && !order.LacksLimit)
        {
            return $"the line has {(count > 5 ? "more than 5" : count)} fields, the header {wanted}; give as many";
        }

        return ReadKind(text[fields[0]], ref order)
            ?? ReadAssets(text[fields[1]], text[fields[2]], ref order)
            ?? ReadNumbers(text[fields[3]], count == 5 ? text[fields[4]] : [], ref order);
    }

    private static string? ReadKind(ReadOnlySpan<byte> text, ref Order order)
    {
        int kind = text.SequenceEqual("exact_in"u8) || text.SequenceEqual("sell"u8) ? (int)OrderKind.ExactIn
            : text.SequenceEqual("exact_out"u8) || text.SequenceEqual("buy"u8) ? (int)OrderKind.ExactOut
            : text.SequenceEqual("mint"u8) ? (int)OrderKind.Mint
            : text.SequenceEqual("burn"u8) ? (int)OrderKind.Burn
            : -1;
        order.Kind = (OrderKind)kind;
        return kind >= 0 ? null : $"the kind is '{Shown(text)}'; it must be exact_in, exact_out, sell, buy, mint or burn";
    }

    private string? ReadAssets(ReadOnlySpan<byte> assetIn, ReadOnlySpan<byte> assetOut, ref Order order)
    {
        bool takesIn = order.Kind != OrderKind.Burn;
        bool takesOut = order.Kind != OrderKind.Mint;
        if (assetIn.IsEmpty == takesIn || assetOut.IsEmpty == takesOut)
        {
            string rule = !takesIn ? "a burn has 'out' and an empty 'in'" : !takesOut ? "a mint has 'in' and an empty 'out'" : "a swap has both 'in' and 'out'";
            return $"'in' is '{Shown(assetIn)}' and 'out' is '{Shown(assetOut)}'; {rule}; correct them";
        }

        (order.AssetIn, order.AssetOut) = (takesIn ? assets.Find(assetIn) : -1, takesOut ? assets.Find(assetOut) : -1);
        return null;
    }

    private static string? ReadNumbers(ReadOnlySpan<byte> amount, ReadOnlySpan<byte> limit, ref Order order)
    {
        if (!TryNumber(amount, out order.Amount))
        {
            return $"the amount is '{Shown(amount)}'; it must be a decimal number; write one such as 12.5";
        }

        order.Limit = double.NaN;
        bool good = limit.IsEmpty || (TryNumber(limit, out order.Limit) && !double.IsNaN(order.Limit));
        return good ? null : $"the limit is '{Shown(limit)}'; it must be a decimal number or empty; write one such as 12.5";
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)]);
}
