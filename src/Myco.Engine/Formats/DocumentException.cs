namespace Myco.Engine.Formats;

/// <summary>A document that cannot be read: what is wrong, the limit and the remedy, and the line where it stands.</summary>
/// <remarks>Nothing is built from a document that is refused. Source: spec 05-formats.</remarks>
/// <param name="line">The line, counted from 1; 0 when the fault has no line.</param>
/// <param name="what">What is wrong, the limit, the remedy, on one line.</param>
/// <param name="inner">The error that revealed it, or null.</param>
public sealed class DocumentException(int line, string what, Exception? inner = null) : Exception(what, inner)
{
    /// <summary>The line, counted from 1; 0 when the fault has no line.</summary>
    public int Line { get; } = line;
}
