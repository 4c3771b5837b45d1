using Myco.Engine.Formats;

namespace Myco.Verification.Vectors;

/// <summary>Opens the text of a file of vectors.</summary>
internal static class VectorDocument
{
    // Our largest has 4 MB; eight times as much again while it is read still fits anywhere.
    private const int MostBytes = 256 << 20;

    /// <summary>The root of the file.</summary>
    /// <exception cref="DocumentException">The text is too long, is no JSON object, or an object in it has a key twice.</exception>
    public static VectorNode Read(Stream stream) => new(DocumentTree.Read(stream, MostBytes).Root, string.Empty);
}
