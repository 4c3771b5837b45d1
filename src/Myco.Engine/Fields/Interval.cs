using System.Globalization;

namespace Myco.Engine.Fields;

/// <summary>Where a number may lie; NaN lies in no interval.</summary>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end.</param>
/// <param name="HasLeast">Whether the lower end belongs to it.</param>
/// <param name="HasMost">Whether the upper end belongs to it.</param>
internal readonly record struct Interval(double Least, double Most, bool HasLeast = true, bool HasMost = true)
{
    /// <summary>Every number, the infinite ones too.</summary>
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Every finite number.</summary>
    public static Interval Finite => new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    /// <summary>Above 0 and finite.</summary>
    public static Interval Positive => new(0, double.PositiveInfinity, false, false);

    /// <summary>At least 0 and finite.</summary>
    public static Interval NotNegative => new(0, double.PositiveInfinity, true, false);

    /// <summary>A limit that may be none: above 0, or infinite.</summary>
    public static Interval PositiveOrInfinite => new(0, double.PositiveInfinity, false);

    /// <summary>A limit that may be none: at least 0, or infinite.</summary>
    public static Interval NotNegativeOrInfinite => new(0, double.PositiveInfinity);

    /// <summary>A part of a whole: 0 to 1.</summary>
    public static Interval Part => new(0, 1);

    /// <summary>A part that is never the whole: at least 0 and below 1.</summary>
    public static Interval ProperPart => new(0, 1, true, false);

    /// <summary>Finite, and not above the end; an infinite end does not belong to it.</summary>
    public static Interval UpTo(double most) => new(double.NegativeInfinity, most, false, double.IsFinite(most));

    /// <summary>Whether the number lies in it.</summary>
    public bool Contains(double value) => (HasLeast ? value >= Least : value > Least) && (HasMost ? value <= Most : value < Most);

    /// <summary>What is wrong with a number, as what follows its name; null when it lies in the interval.</summary>
    public string? Problem(double value) =>
        Contains(value) ? null : string.Create(CultureInfo.InvariantCulture, $"is {value:R}; it must be {this}");

    /// <summary>In words, as what follows "it must be".</summary>
    public override string ToString()
    {
        bool isBelow = double.IsFinite(Least), isAbove = double.IsFinite(Most);
        if (isBelow && isAbove && HasLeast && HasMost)
        {
            return string.Create(CultureInfo.InvariantCulture, $"from {Least:R} to {Most:R}");
        }

        string[] words =
        [
            isBelow ? string.Create(CultureInfo.InvariantCulture, $"{(HasLeast ? "at least" : "above")} {Least:R}") : string.Empty,
            isAbove ? string.Create(CultureInfo.InvariantCulture, $"{(HasMost ? "at most" : "below")} {Most:R}") : string.Empty,
            (!isBelow && !HasLeast) || (!isAbove && !HasMost) ? "finite" : string.Empty,
        ];
        string text = string.Join(" and ", words.Where(word => word.Length > 0));
        return text.Length > 0 ? text : "a number";
    }
}
