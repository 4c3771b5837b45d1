namespace Myco.Kernels.Lanes;

/// <summary>Eight reals that belong together, each the same number of every row: for packs what <see cref="ITableLane{TSelf}.LoadRows"/> yields.</summary>
/// <typeparam name="TReal">The numbers, alone or in packs.</typeparam>
public struct Columns<TReal>
    where TReal : struct, IReal<TReal>
{
    /// <summary>Number 0 of every row.</summary>
    public TReal C0;

    /// <summary>Number 1 of every row.</summary>
    public TReal C1;

    /// <summary>Number 2 of every row.</summary>
    public TReal C2;

    /// <summary>Number 3 of every row.</summary>
    public TReal C3;

    /// <summary>Number 4 of every row.</summary>
    public TReal C4;

    /// <summary>Number 5 of every row.</summary>
    public TReal C5;

    /// <summary>Number 6 of every row.</summary>
    public TReal C6;

    /// <summary>Number 7 of every row.</summary>
    public TReal C7;
}
