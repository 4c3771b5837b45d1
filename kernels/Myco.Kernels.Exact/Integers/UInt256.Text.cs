using System.Globalization;

namespace Myco.Kernels.Exact.Integers;

/// <content>Decimal text.</content>
public readonly partial struct UInt256 : ISpanFormattable
{
    /// <summary>The most digits a number has.</summary>
    public const int MaximumDigits = 78;

    private static readonly Divisor Chunk = new((UInt128)10_000_000_000_000_000_000);

    /// <summary>Reads decimal digits, nothing else, of at most <see cref="MaximumDigits"/> without leading zeros.</summary>
    /// <returns>False, and 0, for text that is not such a number or is 2²⁵⁶ or more.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt256 value)
    {
        value = default;
        ReadOnlySpan<char> digits = text.TrimStart('0');
        if (text.IsEmpty || digits.Length > MaximumDigits)
        {
            return false;
        }

        Faults.Fault fault = default;
        UInt256 total = default;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            total = Add(Multiply(total, 10, ref fault), (ulong)(digit - '0'), ref fault);
        }

        if (fault.IsRaised)
        {
            return false;
        }

        value = total;
        return true;
    }

    /// <summary>Reads decimal digits.</summary>
    /// <exception cref="FormatException">The text is not a number from 0 to 2²⁵⁶ − 1 in decimal digits.</exception>
    public static UInt256 Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out UInt256 value) ? value : throw NotANumber(text, "from 0 to 2^256 - 1");

    /// <summary>The decimal digits.</summary>
    public override string ToString()
    {
        Span<char> digits = stackalloc char[MaximumDigits];
        _ = TryFormat(digits, out int written, default, null);
        return new string(digits[..written]);
    }

    /// <summary>Writes the decimal digits; the format is not looked at.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> digits = stackalloc char[5 * 19];
        int start = digits.Length;
        UInt256 rest = this;
        do
        {
            rest = Chunk.Divide(rest, out UInt128 chunk);
            start -= 19;
            _ = ((ulong)chunk).TryFormat(digits[start..], out _, "D19", CultureInfo.InvariantCulture);
        }
        while (!rest.IsZero);

        ReadOnlySpan<char> trimmed = ((ReadOnlySpan<char>)digits[start..]).TrimStart('0');
        trimmed = trimmed.IsEmpty ? "0" : trimmed;
        charsWritten = trimmed.Length;
        return trimmed.TryCopyTo(destination);
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    internal static FormatException NotANumber(ReadOnlySpan<char> text, string range)
    {
        string shown = text.Length > 100 ? $"{text[..100]}…" : text.ToString();
        return new($"'{shown}' is not an integer {range}; write decimal digits without separators.");
    }
}
