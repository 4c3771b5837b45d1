using System.Globalization;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>Amounts as people write them, <c>1.5</c>, and as contracts keep them, an integer of so many decimals.</summary>
/// <remarks>Exact both ways: what does not fit the decimals is refused, never rounded. Invariant culture, no sign, exponent or separators.</remarks>
internal static class TokenAmount
{
    /// <summary>The most decimals: 10⁷⁷ is the largest power of ten below 2²⁵⁶.</summary>
    public const int MaximumDecimals = 77;

    /// <summary>The most characters that a formatted amount takes.</summary>
    public const int MaximumLength = UInt256.MaximumDigits + 2;

    /// <summary>Reads an amount.</summary>
    /// <param name="text">Digits, or digits, a point and digits. Zeros beyond the decimals are accepted.</param>
    /// <param name="decimals">The token's decimals, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <param name="raw">The integer; 0 when false.</param>
    /// <returns>False when the text is no such number, has more decimals than the token, or is 2²⁵⁶ or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals lie outside their range.</exception>
    public static bool TryParse(ReadOnlySpan<char> text, int decimals, out UInt256 raw) => Read(text, decimals, out raw) == Reading.Good;

    /// <summary>Reads an amount.</summary>
    /// <param name="text">As for <see cref="TryParse"/>.</param>
    /// <param name="decimals">The token's decimals, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <exception cref="FormatException">The text is no amount of that token; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals lie outside their range.</exception>
    public static UInt256 Parse(ReadOnlySpan<char> text, int decimals)
    {
        Reading reading = Read(text, decimals, out UInt256 raw);
        return reading == Reading.Good ? raw : throw new FormatException(Problem(reading, text, decimals));
    }

    /// <summary>The amount in the fewest characters: <c>1500000</c> with 6 decimals is <c>1.5</c>.</summary>
    /// <param name="raw">The integer.</param>
    /// <param name="decimals">The token's decimals, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals lie outside their range.</exception>
    public static string Format(in UInt256 raw, int decimals)
    {
        Span<char> text = stackalloc char[MaximumLength];
        _ = TryFormat(raw, decimals, text, out int written);
        return new(text[..written]);
    }

    /// <summary>Writes the amount in the fewest characters.</summary>
    /// <param name="raw">The integer.</param>
    /// <param name="decimals">The token's decimals, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <param name="destination">Room for the text; <see cref="MaximumLength"/> is always enough.</param>
    /// <param name="written">How many characters were written; 0 when there was no room.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals lie outside their range.</exception>
    public static bool TryFormat(in UInt256 raw, int decimals, Span<char> destination, out int written)
    {
        CheckDecimals(decimals);
        Span<char> digits = stackalloc char[MaximumLength];
        digits[..(decimals + 1)].Fill('0');
        Span<char> number = stackalloc char[UInt256.MaximumDigits];
        _ = raw.TryFormat(number, out int length, default, CultureInfo.InvariantCulture);

        // Leading zeros up to one before the point, then the point moved in between.
        int whole = Math.Max(1, length - decimals);
        number[..length].CopyTo(digits[(whole + decimals - length)..]);
        ReadOnlySpan<char> fraction = ((ReadOnlySpan<char>)digits.Slice(whole, decimals)).TrimEnd('0');
        written = 0;
        int needed = whole + (fraction.IsEmpty ? 0 : fraction.Length + 1);
        if (destination.Length < needed)
        {
            return false;
        }

        digits[..whole].CopyTo(destination);
        if (!fraction.IsEmpty)
        {
            destination[whole] = '.';
            fraction.CopyTo(destination[(whole + 1)..]);
        }

        written = needed;
        return true;
    }

    private static Reading Read(ReadOnlySpan<char> text, int decimals, out UInt256 raw)
    {
        CheckDecimals(decimals);
        raw = default;
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> fraction = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || !AreDigits(whole) || !AreDigits(fraction))
        {
            return Reading.NoNumber;
        }

        fraction = fraction.TrimEnd('0');
        if (fraction.Length > decimals)
        {
            return Reading.TooManyDecimals;
        }

        Fault fault = default;
        UInt256 total = Append(default, whole.TrimStart('0'), ref fault);
        total = Append(total, fraction, ref fault);
        for (int i = fraction.Length; i < decimals && !fault.IsRaised; i++)
        {
            total = UInt256.Multiply(total, 10, ref fault);
        }

        raw = fault.IsRaised ? default : total;
        return fault.IsRaised ? Reading.TooLarge : Reading.Good;
    }

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static UInt256 Append(UInt256 total, ReadOnlySpan<char> digits, ref Fault fault)
    {
        for (int i = 0; i < digits.Length && !fault.IsRaised; i++)
        {
            total = UInt256.Add(UInt256.Multiply(total, 10, ref fault), (ulong)(digits[i] - '0'), ref fault);
        }

        return total;
    }

    private static string Problem(Reading reading, ReadOnlySpan<char> text, int decimals)
    {
        string shown = text.Length > 100 ? $"{text[..100]}…" : text.ToString();
        return reading switch
        {
            Reading.TooManyDecimals => $"'{shown}' has more decimals than the token's {decimals}; round it yourself",
            Reading.TooLarge => $"'{shown}' with {decimals} decimals is 2^256 units or more; give a smaller amount",
            _ => $"'{shown}' is no amount; write digits, and a point before decimals, as in 1.5",
        };
    }

    private static void CheckDecimals(int decimals)
    {
        if ((uint)decimals > MaximumDecimals)
        {
            ThrowDecimals(decimals);
        }
    }

    private static void ThrowDecimals(int decimals) => throw new ArgumentOutOfRangeException(
        nameof(decimals), decimals, $"a token has {decimals} decimals; the limits are 0 and {MaximumDecimals}; give those of its contract");

    private enum Reading
    {
        Good,
        NoNumber,
        TooManyDecimals,
        TooLarge,
    }
}
