using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Matrices;

/// <summary>Three packs of accumulators: one row of a tile of <see cref="BatchedProduct"/>, which the compiler keeps in registers.</summary>
internal struct TripleRow<TLane>
    where TLane : struct, ILane<TLane>
{
    private TLane _c0;
    private TLane _c1;
    private TLane _c2;

    /// <summary>Adds a·x, fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Accumulate(double a, TLane x0, TLane x1, TLane x2)
    {
        TLane factor = TLane.Broadcast(a);
        TLane.AddProduct(ref _c0, factor, x0);
        TLane.AddProduct(ref _c1, factor, x1);
        TLane.AddProduct(ref _c2, factor, x2);
    }

    /// <summary>Writes the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref double y, nuint offset)
    {
        TLane.Store(_c0, ref y, offset);
        TLane.Store(_c1, ref y, offset + (nuint)TLane.Count);
        TLane.Store(_c2, ref y, offset + (2 * (nuint)TLane.Count));
    }
}
