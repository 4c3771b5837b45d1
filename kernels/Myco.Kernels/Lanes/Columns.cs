namespace Myco.Kernels.Lanes;

/// <summary>Eight packs that belong together: the transposed rows that <see cref="ILane{TSelf}.LoadRows"/> yields.</summary>
/// <typeparam name="TLane">The width.</typeparam>
public struct Columns<TLane>
    where TLane : struct, ILane<TLane>
{
    /// <summary>Number 0 of every row.</summary>
    public TLane C0;

    /// <summary>Number 1 of every row.</summary>
    public TLane C1;

    /// <summary>Number 2 of every row.</summary>
    public TLane C2;

    /// <summary>Number 3 of every row.</summary>
    public TLane C3;

    /// <summary>Number 4 of every row.</summary>
    public TLane C4;

    /// <summary>Number 5 of every row.</summary>
    public TLane C5;

    /// <summary>Number 6 of every row.</summary>
    public TLane C6;

    /// <summary>Number 7 of every row.</summary>
    public TLane C7;
}
