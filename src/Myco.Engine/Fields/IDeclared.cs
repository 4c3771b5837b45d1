namespace Myco.Engine.Fields;

/// <summary>A record whose fields are declared once: what reads, writes, copies or checks it visits the declaration.</summary>
/// <typeparam name="T">The record itself.</typeparam>
internal interface IDeclared<T>
    where T : IDeclared<T>
{
    /// <summary>The record's <see cref="Declaration{T}"/>.</summary>
    static abstract T Accept(IFields fields, T? value);
}
