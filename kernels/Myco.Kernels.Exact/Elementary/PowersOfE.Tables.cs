using System.Globalization;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>The powers of e that logarithm and exponential take their argument apart by: exponents 128, 64, … 1/16, each half the one before.</summary>
/// <remarks>Each is e to its exponent with some twenty significant digits, as the contract has it, not the exact value. Source: LogExpMath by Fernando Martinelli,
/// Sergio Yuhjtman, and Balancer Labs (MIT); the same numbers in npm <c>@balancer-labs/balancer-maths</c> (MIT).</remarks>
internal static class PowersOfE
{
    /// <summary>e¹²⁸, a whole number.</summary>
    public static readonly UInt256 E128 = UInt256.Parse("38877084059945950922200000000000000000000000000000000000");

    /// <summary>e⁶⁴, a whole number.</summary>
    public static readonly UInt256 E64 = UInt256.Parse("6235149080811616882910000000");

    /// <summary>e^(32/2ⁿ) for n from 0 to 9, 20 decimals.</summary>
    public static readonly UInt128[] FromE32 =
    [
        Digits("7896296018268069516100000000000000"),
        Digits("888611052050787263676000000"),
        Digits("298095798704172827474000"),
        Digits("5459815003314423907810"),
        Digits("738905609893065022723"),
        Digits("271828182845904523536"),
        Digits("164872127070012814685"),
        Digits("128402541668774148407"),
        Digits("113314845306682631683"),
        Digits("106449445891785942956"),
    ];

    /// <summary>The same, to divide by.</summary>
    public static readonly Divisor[] DivisorsFromE32 = [.. FromE32.Select(power => new Divisor(power))];

    /// <summary>The exponents 8, 4, … 1/4 of <see cref="FromE32"/> 2 to 7, 18 decimals.</summary>
    public static readonly ulong[] ExponentsFrom8 = [.. Enumerable.Range(0, 6).Select(n => 8_000_000_000_000_000_000UL >> n)];

    private static UInt128 Digits(string text) => UInt128.Parse(text, CultureInfo.InvariantCulture);
}
