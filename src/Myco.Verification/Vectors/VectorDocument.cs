using Myco.Engine.Formats;

namespace Myco.Verification.Vectors;

/// <summary>Opens the text of a file of vectors.</summary>
internal static class VectorDocument
{
    // Our largest has 4 MB; eight times as much again while it is read still fits anywhere.
    private const int MostBytes = 256 << 20;

    /// <summary>The root of the file.</summary>
    /// <exception cref="DocumentException">The text is too long, is no JSON object, or an object in it has a key twice.</exception>
    public static VectorNode Read(Stream stream)
    {
        DocumentNode root = DocumentTree.Read(stream, MostBytes).Root;
        RequireKeysOnce(root, []);
        return new(root, string.Empty);
    }

    private static void RequireKeysOnce(DocumentNode node, HashSet<string> seen)
    {
        seen.Clear();
        foreach (DocumentNode value in node.Members)
        {
            string name = value.Name.Text();
            if (!seen.Add(name))
            {
                value.Name.Throw($"'{value.Name.Quote()}' stands twice; remove one");
            }
        }

        foreach (DocumentNode value in node.Members)
        {
            RequireKeysOnce(value, seen);
        }

        foreach (DocumentNode value in node.Items)
        {
            RequireKeysOnce(value, seen);
        }
    }
}
