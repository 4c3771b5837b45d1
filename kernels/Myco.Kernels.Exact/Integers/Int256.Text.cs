using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <content>Decimal text.</content>
public readonly partial struct Int256 : ISpanFormattable
{
    /// <summary>Reads decimal digits with an optional minus sign.</summary>
    /// <returns>False, and 0, for text that is not such a number or outside −2²⁵⁵ to 2²⁵⁵ − 1.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Int256 value)
    {
        value = default;
        bool negative = text.StartsWith("-");
        Fault fault = default;
        if (!UInt256.TryParse(negative ? text[1..] : text, out UInt256 magnitude))
        {
            return false;
        }

        value = WithSign(magnitude, negative, ArithmeticFault.CastToSignedOverflow, ref fault);
        return !fault.IsRaised;
    }

    /// <summary>Reads decimal digits with an optional minus sign.</summary>
    /// <exception cref="FormatException">The text is not such a number from −2²⁵⁵ to 2²⁵⁵ − 1.</exception>
    public static Int256 Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out Int256 value) ? value : throw UInt256.NotANumber(text, "from -2^255 to 2^255 - 1");

    /// <summary>The decimal digits, with a minus sign below 0.</summary>
    public override string ToString() => IsNegative ? $"-{Magnitude}" : Bits.ToString();

    /// <summary>Writes the decimal digits, with a minus sign below 0; the format is not looked at.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (!IsNegative)
        {
            return Bits.TryFormat(destination, out charsWritten, format, provider);
        }

        charsWritten = 0;
        if (destination.IsEmpty || !Magnitude.TryFormat(destination[1..], out int digits, format, provider))
        {
            return false;
        }

        destination[0] = '-';
        charsWritten = digits + 1;
        return true;
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
