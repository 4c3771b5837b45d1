namespace Myco.Cli.Verbs;

/// <summary><c>myco demo</c>: what the engine does, in ten seconds.</summary>
internal static class DemoVerb
{
    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Verb verb = new("demo", "Shows.", "myco demo");
        verb.SetAction(parsed => 0);
        _ = terminal;
        return verb;
    }
}
