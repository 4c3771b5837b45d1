namespace Myco.Engine.Fields;

/// <summary>A record whose fields are declared once: what reads, writes, copies or checks it visits the declaration.</summary>
/// <typeparam name="T">The record itself.</typeparam>
internal interface IDeclared<T>
    where T : IDeclared<T>
{
    /// <summary>Shows every field, in the order of its file, to a visitor, and makes the record anew of what the visitor answers.</summary>
    /// <param name="fields">The visitor.</param>
    /// <param name="value">The record as it is; null, or all zeros, where it is being read: a field that is left out then has its default.</param>
    static abstract T Accept(IFields fields, T? value);
}
