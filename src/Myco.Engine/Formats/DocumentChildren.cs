using System.Text.Json;

namespace Myco.Engine.Formats;

/// <summary>The values in an object or an array, one after the other.</summary>
/// <param name="tree">The document.</param>
/// <param name="outer">The token of the object or the array; below 0 for none.</param>
internal struct DocumentChildren(DocumentTree tree, int outer)
{
    private readonly int _end = outer < 0 ? 0 : tree[outer].Next;
    private int _next = outer < 0 ? 0 : outer + 1;

    /// <summary>The present value.</summary>
    public DocumentNode Current { get; private set; }

    /// <summary>Goes to the next value; false at the end.</summary>
    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        int value = tree[_next].Kind == JsonTokenType.PropertyName ? _next + 1 : _next;
        Current = new(tree, value);
        _next = tree[value].Next;
        return true;
    }

    /// <summary>The walk itself.</summary>
    public readonly DocumentChildren GetEnumerator() => this;
}
