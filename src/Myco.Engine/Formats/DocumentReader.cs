using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

/// <summary>Reads records out of a document: every field by its declared rule, no key unknown, none twice, each refusal with its line and column.</summary>
/// <remarks>Keys may stand in any order. Mutable: one thread, one document.</remarks>
internal sealed partial class DocumentReader : IFields
{
    /// <summary>The keys that were asked for, those of the outer objects first.</summary>
    private readonly List<string> _asked = [];

    private DocumentNode _object;
    private DocumentChildren _walk;
    private int _firstAsked;
    private int _found;

    /// <summary>A reader at the root of a document.</summary>
    public DocumentReader(DocumentTree tree)
    {
        _object = tree.Root;
        _walk = _object.Members;
    }

    /// <inheritdoc/>
    public double Present { get; set; } = double.PositiveInfinity;

    /// <summary>Reads a document that is one record.</summary>
    /// <param name="tree">The document.</param>
    /// <param name="declaration">The record's fields.</param>
    /// <param name="format">The name and version of its format, under the key <c>format</c>; null where it has none.</param>
    /// <param name="isNeeded">Whether the format must be named.</param>
    /// <exception cref="DocumentException">The document breaks a rule.</exception>
    public static T Read<T>(DocumentTree tree, Declaration<T> declaration, string? format = null, bool isNeeded = false)
    {
        DocumentReader reader = new(tree);
        if (format is not null)
        {
            reader.Text("format", isNeeded ? string.Empty : format, TextRule.OneOf(format));
        }

        T value = declaration(reader, default);
        reader.Finish();
        return value;
    }

    /// <summary>Reads a document that is one record, which declares itself.</summary>
    /// <exception cref="DocumentException">The document breaks a rule.</exception>
    public static T Read<T>(DocumentTree tree, string? format = null, bool isNeeded = false)
        where T : IDeclared<T> => Read<T>(tree, T.Accept, format, isNeeded);

    /// <summary>Refuses what was made of a document, after all of it was read.</summary>
    /// <param name="source">A reader at the document's root; null for what was made in a program, and has no lines.</param>
    /// <param name="what">What is wrong, as what follows the name of the place.</param>
    /// <param name="place">The keys and indices that lead to the field at fault.</param>
    [DoesNotReturn]
    public static void Refuse(DocumentReader? source, string what, params ReadOnlySpan<string> place)
    {
        source?.Refuse(what, place);
        throw new DocumentException(0, Flaw.At(what, place).Text);
    }

    /// <summary>Refuses what stands in the present object and was not asked for.</summary>
    public void Finish()
    {
        if (_found < _object.Count)
        {
            ThrowLeftOver();
        }
    }

    /// <inheritdoc/>
    public void Need(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (!_object.TryGet(key, out _))
            {
                ThrowMissing(key);
            }
        }
    }

    /// <inheritdoc/>
    [DoesNotReturn]
    public void Refuse(string what, params ReadOnlySpan<string> place)
    {
        DocumentNode at = _object;
        foreach (string step in place)
        {
            if (!TryStep(ref at, step))
            {
                break;
            }
        }

        at.Throw(Flaw.Line(Flaw.Words(_object.Path(), place), what));
    }

    private static bool TryStep(ref DocumentNode at, string step)
    {
        if (at.TryGet(step, out DocumentNode value))
        {
            at = value;
            return true;
        }

        int left = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
        foreach (DocumentNode item in at.Items)
        {
            if (left-- == 0)
            {
                at = item;
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a key of the present object.</summary>
    private bool TryFind(string key, out DocumentNode value)
    {
        _asked.Add(key);

        // Mostly the keys stand in the order of the declaration.
        DocumentChildren next = _walk;
        if (next.MoveNext() && next.Current.Name.Is(key))
        {
            (_walk, value) = (next, next.Current);
        }
        else if (_object.TryGet(key, out value))
        {
            _walk = _object.Members;
            while (_walk.MoveNext() && _walk.Current.Index != value.Index)
            {
            }
        }
        else
        {
            return false;
        }

        _found++;
        return true;
    }

    /// <summary>Reads a record of an object, its keys apart from those of the objects around it.</summary>
    private T Inside<T>(DocumentNode node, Declaration<T> declaration)
    {
        if (node.Kind != JsonTokenType.StartObject)
        {
            node.Refuse($"must be an object, not {node.Describe()}; write it in braces");
        }

        (DocumentNode outer, DocumentChildren walk, int firstAsked, int found) = (_object, _walk, _firstAsked, _found);
        (_object, _walk, _firstAsked, _found) = (node, node.Members, _asked.Count, 0);
        T value = declaration(this, default);
        Finish();
        _asked.RemoveRange(_firstAsked, _asked.Count - _firstAsked);
        (_object, _walk, _firstAsked, _found) = (outer, walk, firstAsked, found);
        return value;
    }

    /// <summary>A default, which must keep the rule of its field, or the field is missing.</summary>
    private T Default<T>(string key, T value, bool keepsRule)
    {
        if (!keepsRule)
        {
            ThrowMissing(key);
        }

        return value;
    }

    [DoesNotReturn]
    private void ThrowMissing(string key) =>
        _object.Throw($"{(_object.Path() is { Length: > 0 } path ? path : "the document")} lacks '{key}'; add it");

    private void ThrowLeftOver()
    {
        foreach (DocumentNode child in _object.Members)
        {
            if (_asked.IndexOf(child.Name.Text(), _firstAsked) < 0)
            {
                child.Name.Throw($"'{child.Name.Quote()}' is no key{_object.PathAfter("of")}; remove it or mend its spelling: there are {string.Join(", ", _asked[_firstAsked..])}");
            }
        }
    }
}
