namespace Myco.Engine.Formats;

/// <summary>The keys that say what a document is: its format and its kind.</summary>
internal static class DocumentHead
{
    /// <summary>The only kind of surface there is yet.</summary>
    public const string Ellipsoid = "ellipsoid";

    /// <summary>Refuses the document unless the value of the key is the one that is known.</summary>
    public static void Check(ref JsonCursor cursor, string key, string known)
    {
        string found = cursor.ReadString(key);
        if (found != known)
        {
            cursor.Throw($"'{key}' is '{(found.Length <= 40 ? found : found[..40])}'; known is only '{known}'; write that");
        }
    }
}
