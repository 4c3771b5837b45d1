namespace Myco.Cli.Orders;

/// <summary>Splits one line of CSV into its fields, after RFC 4180; blanks around a field do not count.</summary>
internal static class CsvFields
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="fields">Takes a range per field, without its quotes; doubled quotes inside stay doubled.</param>
    /// <returns>The number of fields, or −1 when a quote is misplaced, or more than fit: the length of <paramref name="fields"/> plus 1.</returns>
    public static int Split(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        int count = 0;
        int start = 0;
        while (true)
        {
            if (count == fields.Length)
            {
                return count + 1;
            }

            int length = LengthOf(line[start..]);
            if (length < 0 || !TryTrim(line, start, start + length, out fields[count++]))
            {
                return -1;
            }

            start += length + 1;
            if (start > line.Length)
            {
                return count;
            }
        }
    }

    /// <summary>The bytes up to the comma that ends the field; −1 when a quote is never closed.</summary>
    private static int LengthOf(ReadOnlySpan<byte> rest)
    {
        int comma = rest.IndexOf((byte)',');
        int end = comma < 0 ? rest.Length : comma;
        if (rest[..end].IndexOf((byte)'"') < 0)
        {
            return end;
        }

        bool quoted = false;
        for (int i = 0; i < rest.Length; i++)
        {
            quoted ^= rest[i] == '"';
            if (rest[i] == ',' && !quoted)
            {
                return i;
            }
        }

        return quoted ? -1 : rest.Length;
    }

    private static bool TryTrim(ReadOnlySpan<byte> line, int start, int end, out Range field)
    {
        while (start < end && line[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (start < end && line[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        bool quoted = end - start >= 2 && line[start] == '"' && line[end - 1] == '"';
        field = quoted ? (start + 1)..(end - 1) : start..end;
        return HasOnlyDoubledQuotes(line[field], quoted);
    }

    private static bool HasOnlyDoubledQuotes(ReadOnlySpan<byte> field, bool quoted)
    {
        for (int i = field.IndexOf((byte)'"'); i >= 0 && i < field.Length; i++)
        {
            if (field[i] != '"')
            {
                continue;
            }

            if (!quoted || i + 1 >= field.Length || field[++i] != '"')
            {
                return false;
            }
        }

        return true;
    }
}
