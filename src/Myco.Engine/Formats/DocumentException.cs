namespace Myco.Engine.Formats;

/// <summary>A document that cannot be read: what is wrong, the limit and the remedy, and the place where it stands.</summary>
/// <remarks>Nothing is built from a document that is refused. The message is one line, whatever the document holds. Source: spec 05-formats.</remarks>
public sealed class DocumentException : Exception
{
    /// <summary>The characters of a message beyond which the rest is left out.</summary>
    private const int MessageCharacters = 500;

    /// <summary>A fault with a line alone, or without a place.</summary>
    /// <param name="line">The line, counted from 1; 0 when the fault has no line.</param>
    /// <param name="what">What is wrong, the limit, the remedy.</param>
    /// <param name="inner">The error that revealed it, or null.</param>
    public DocumentException(int line, string what, Exception? inner = null)
        : this(line, 0, what, inner)
    {
    }

    /// <summary>A fault at a place.</summary>
    /// <param name="line">The line, counted from 1; 0 when the fault has no line.</param>
    /// <param name="column">The character of the line, counted from 1 in units of UTF-16; 0 when the fault is of the whole line.</param>
    /// <param name="what">What is wrong, the limit, the remedy.</param>
    /// <param name="inner">The error that revealed it, or null.</param>
    public DocumentException(int line, int column, string what, Exception? inner = null)
        : base(OneLine(what), inner) => (Line, Column) = (line, column);

    /// <summary>The line, counted from 1; 0 when the fault has no line.</summary>
    public int Line { get; }

    /// <summary>The character of the line, counted from 1; 0 when the fault is of the whole line.</summary>
    public int Column { get; }

    private static string OneLine(string what)
    {
        string line = string.Concat(what.Take(MessageCharacters).Select(character => char.IsControl(character) ? ' ' : character));
        return what.Length <= MessageCharacters ? line : $"{line}…";
    }
}
