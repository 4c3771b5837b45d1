namespace Myco.Engine.Formats;

/// <summary>How a document is laid out.</summary>
internal enum DocumentLayout
{
    /// <summary>A value a line; characters beyond ASCII as escapes.</summary>
    ValueALine,

    /// <summary>A key a line, a list of numbers on the line of its key; characters as they are.</summary>
    ListALine,

    /// <summary>All on one line, without blanks; characters beyond ASCII as escapes.</summary>
    OneLine,
}
