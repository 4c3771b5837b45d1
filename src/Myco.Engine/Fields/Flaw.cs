namespace Myco.Engine.Fields;

/// <summary>The first thing wrong with what was given: where it stands, and what is wrong there.</summary>
/// <param name="What">The value, the limit and the remedy, as what follows the name of the place.</param>
/// <param name="Place">The keys and indices that lead to it, from the outermost in; none for the whole.</param>
internal sealed record Flaw(string What, IReadOnlyList<string> Place)
{
    /// <summary>The whole line: the place in words, then what is wrong.</summary>
    public string Text => Line(Words(string.Empty, [.. Place]), What);

    /// <summary>A flaw of what stands at a place.</summary>
    /// <param name="what">What is wrong, as what follows the name of the place.</param>
    /// <param name="place">The keys and indices that lead to it.</param>
    public static Flaw At(string what, params ReadOnlySpan<string> place) => new(what, [.. place]);

    /// <summary>A line of a place in words and what is wrong there.</summary>
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
