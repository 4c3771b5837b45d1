namespace Myco.Engine.Fields;

/// <summary>What a text may be.</summary>
/// <param name="Words">What it must be, as what follows "it must".</param>
/// <param name="Holds">Whether a text is that.</param>
internal sealed record TextRule(string Words, Func<string, bool> Holds)
{
    /// <summary>Any text.</summary>
    public static TextRule Any { get; } = new("be a text", _ => true);

    /// <summary>A name of 1 to 64 characters.</summary>
    public static TextRule Name { get; } = new("have 1 to 64 characters", text => text.Length is >= 1 and <= 64);

    /// <summary>One of a few words.</summary>
    public static TextRule OneOf(params string[] words) => new($"be {string.Join(", ", words)}", words.Contains);

    /// <summary>What is wrong with a text, as what follows its name; null when it holds.</summary>
    public string? Problem(string text) => Holds(text) ? null : $"is '{text}'; it must {Words}";
}
