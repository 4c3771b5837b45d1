using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>Room for a number of each vault, on the stack: what a formula in any precision, or of packs, writes in between.</summary>
[InlineArray(Length)]
internal struct TrancheNumbers<TReal>
    where TReal : struct, IReal<TReal>
{
    /// <summary>The most vaults.</summary>
    public const int Length = 16;

    private TReal _first;
}
