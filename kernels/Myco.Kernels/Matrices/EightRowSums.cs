using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Matrices;

/// <summary>The accumulators of eight rows by three packs: element (r, c) of a tile of Y.</summary>
/// <typeparam name="TLane">The width.</typeparam>
internal struct EightRowSums<TLane>
    where TLane : struct, ILane<TLane>
{
    private TLane _sum00;
    private TLane _sum01;
    private TLane _sum02;
    private TLane _sum10;
    private TLane _sum11;
    private TLane _sum12;
    private TLane _sum20;
    private TLane _sum21;
    private TLane _sum22;
    private TLane _sum30;
    private TLane _sum31;
    private TLane _sum32;
    private TLane _sum40;
    private TLane _sum41;
    private TLane _sum42;
    private TLane _sum50;
    private TLane _sum51;
    private TLane _sum52;
    private TLane _sum60;
    private TLane _sum61;
    private TLane _sum62;
    private TLane _sum70;
    private TLane _sum71;
    private TLane _sum72;

    /// <summary>Adds the products of column p of A, eight by eight without gaps, and row p of X.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref double a, int p, ref double row)
    {
        TLane x0 = TLane.Load(in row, 0), x1 = TLane.Load(in row, (nuint)TLane.Count), x2 = TLane.Load(in row, 2 * (nuint)TLane.Count);
        ProductTile.Add(ref _sum00, ref _sum01, ref _sum02, Unsafe.Add(ref a, p), x0, x1, x2);
        ProductTile.Add(ref _sum10, ref _sum11, ref _sum12, Unsafe.Add(ref a, p + 8), x0, x1, x2);
        ProductTile.Add(ref _sum20, ref _sum21, ref _sum22, Unsafe.Add(ref a, p + 16), x0, x1, x2);
        ProductTile.Add(ref _sum30, ref _sum31, ref _sum32, Unsafe.Add(ref a, p + 24), x0, x1, x2);
        ProductTile.Add(ref _sum40, ref _sum41, ref _sum42, Unsafe.Add(ref a, p + 32), x0, x1, x2);
        ProductTile.Add(ref _sum50, ref _sum51, ref _sum52, Unsafe.Add(ref a, p + 40), x0, x1, x2);
        ProductTile.Add(ref _sum60, ref _sum61, ref _sum62, Unsafe.Add(ref a, p + 48), x0, x1, x2);
        ProductTile.Add(ref _sum70, ref _sum71, ref _sum72, Unsafe.Add(ref a, p + 56), x0, x1, x2);
    }

    /// <summary>Stores the tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref double y, nuint stride)
    {
        ProductTile.Store(_sum00, _sum01, _sum02, ref y, 0);
        ProductTile.Store(_sum10, _sum11, _sum12, ref y, stride);
        ProductTile.Store(_sum20, _sum21, _sum22, ref y, 2 * stride);
        ProductTile.Store(_sum30, _sum31, _sum32, ref y, 3 * stride);
        ProductTile.Store(_sum40, _sum41, _sum42, ref y, 4 * stride);
        ProductTile.Store(_sum50, _sum51, _sum52, ref y, 5 * stride);
        ProductTile.Store(_sum60, _sum61, _sum62, ref y, 6 * stride);
        ProductTile.Store(_sum70, _sum71, _sum72, ref y, 7 * stride);
    }
}
