namespace Myco.Engine.Fields;

/// <summary>The first thing wrong with what was given: where it stands, and a line with the value, the limit and the remedy.</summary>
/// <param name="Place">The keys and indices that lead to it, from the outermost in; none for the whole.</param>
/// <param name="Text">The line, the place in words at its beginning.</param>
internal sealed record Flaw(IReadOnlyList<string> Place, string Text)
{
    /// <summary>A flaw of what stands at a place.</summary>
    /// <param name="what">What is wrong, as what follows the name of the place.</param>
    /// <param name="place">The keys and indices that lead to it.</param>
    public static Flaw At(string what, params ReadOnlySpan<string> place) => new([.. place], Line(Words(string.Empty, place), what));

    /// <summary>The line of a flaw: the place, then what is wrong.</summary>
    public static string Line(string place, string what) => place.Length == 0 ? what : $"{place} {what}";

    /// <summary>A place in words, such as <c>vaults[2].rate</c>.</summary>
    /// <param name="outer">The words for what it is a place in; empty for the whole.</param>
    /// <param name="place">The keys and indices.</param>
    public static string Words(string outer, ReadOnlySpan<string> place)
    {
        foreach (string step in place)
        {
            bool isIndex = step.Length > 0 && step.All(char.IsAsciiDigit);
            outer += isIndex ? $"[{step}]" : outer.Length == 0 ? step : $".{step}";
        }

        return outer;
    }
}
