namespace Myco.Kernels.Lanes;

/// <summary>A pack that is filled from a table of rows of eight numbers: what pricing mixed swaps needs and nothing else.</summary>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface ITableLane<TSelf> : ILane<TSelf>
    where TSelf : struct, ITableLane<TSelf>
{
    /// <inheritdoc/>
    /// <remarks>Declared anew, as in <see cref="ILane{TSelf}"/>.</remarks>
    static abstract implicit operator TSelf(double value);

    /// <summary>Writes, for each element e, where the row (kind·n + first)·n + second of a table of n×n rows per kind begins,
    /// in numbers, eight a row; 0 where first or second lies outside 0…n − 1 or the kind is neither 0 nor 1.
    /// <paramref name="sizes"/> is what <see cref="RowSizes.Fill"/> writes for n.</summary>
    static abstract void RowOrigins(ref readonly byte kind, ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins);

    /// <summary>The same for one kind, whose n×n rows are the table.</summary>
    static abstract void RowOrigins(ref readonly int first, ref readonly int second, ref readonly int sizes, ref int rowOrigins);

    /// <summary>Loads, for each element e, the eight numbers of the row <paramref name="rows"/>[<paramref name="rowOrigins"/>[e]…]
    /// and transposes them: column c holds number c of every element's row.</summary>
    static abstract void LoadRows(ref readonly double rows, ref readonly int rowOrigins, out Columns<TSelf> columns);
}
