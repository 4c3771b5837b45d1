using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>How h·c·q is brought to the scale of b²: h·c over 2^product, q times 2^shift.</summary>
/// <param name="Product">Bits that h·c loses.</param>
/// <param name="Shift">Bits that q gains; negative, loses.</param>
internal readonly record struct RootScale(int Product, int Shift)
{
    /// <summary>Of a swap: c is an amount, q is at the scale of b already.</summary>
    public static RootScale OfSwap(int k) => new(k, 0);

    /// <summary>Of a change of R, at the scale of t: h·c is cut at 134 + L, which leaves it below 2²⁵¹.</summary>
    public static RootScale OfInvariant(int k, int length) => new(134 + length, 134 + length - (2 * k));

    /// <summary>⌊q·2^shift⌋.</summary>
    public Int256 Down(in Int256 q) => Shift >= 0 ? q << Shift : q >> -Shift;

    /// <summary>⌈q·2^shift⌉.</summary>
    public UInt256 Up(in UInt256 q)
    {
        if (Shift >= 0)
        {
            return Shift == 0 ? q : q << Shift;
        }

        UInt256 down = q >> -Shift;
        return (down << -Shift) == q ? down : UInt256.WrappingAdd(down, UInt256.One);
    }
}
