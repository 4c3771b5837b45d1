namespace Myco.Engine.Fields;

/// <summary>Shows every field of a record, in the order of its file, to a visitor, and makes the record anew of what the visitor answers.</summary>
/// <param name="fields">The visitor.</param>
/// <param name="value">The record as it is; null, or all zeros, where it is being read: a field that is left out then has its default.</param>
/// <typeparam name="T">The record.</typeparam>
internal delegate T Declaration<T>(IFields fields, T? value);
