using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>The elementary functions of packs; with <see cref="Lane1"/>, those of a double.</summary>
/// <remarks>Rounding and special values: <see cref="Exponential"/>, <see cref="Logarithm"/>, <see cref="Power"/>.</remarks>
/// <typeparam name="TLane">The width.</typeparam>
public readonly struct PackElementary<TLane> : IElementary<TLane>
    where TLane : struct, ILane<TLane>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane IElementary<TLane>.Exp(TLane x) => Exponential.Of(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane IElementary<TLane>.Log(TLane x) => Logarithm.Of(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane IElementary<TLane>.Power(TLane x, TLane y) => Power.Of(x, y);
}
