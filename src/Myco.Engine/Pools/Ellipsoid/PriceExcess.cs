using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>χ of a state, over the pairs of different assets, held against 1; and a quotient of words that never lies on the trader's side of it.</summary>
/// <param name="IsInside">χ ≤ 1.</param>
/// <param name="Outward">Highest price · lower bound of the lowest.</param>
/// <param name="Inward">Lowest price · upper bound of the highest.</param>
/// <remarks><para>Outward/inward is the maximum over all pairs. The part of one asset with itself, lower/upper up to the rounding of its price, is at most 1
/// from below, where max(1, χ) does not see it, and from above it exceeds 1 by that rounding at most, which is why it has no say in <see cref="IsInside"/>.</para>
/// <para>Prices are cut by the multiple of 32 bits that takes the largest below 2¹²⁷, bounds are below 2¹²⁸. Source: fixtures/solidity/README.md, PROOF.md §10.</para></remarks>
internal readonly record struct PriceExcess(bool IsInside, UInt256 Outward, UInt256 Inward)
{
    private const int PriceBits = 127;
    private const int CutStep = 32;

    /// <summary>χ from above (outward), or from below.</summary>
    public static PriceExcess Of(ExactEllipsoidParameters parameters, ExactPriceBox box, in ExactEllipsoidPoint point, bool outward, ref Fault fault)
    {
        Span<UInt256> down = stackalloc UInt256[ExactEllipsoidParameters.LargestCount];
        Span<UInt256> up = stackalloc UInt256[ExactEllipsoidParameters.LargestCount];
        Prices(parameters, point, down[..parameters.Count], up[..parameters.Count], ref fault);
        Span<UInt256> high = outward ? up : down, low = outward ? down : up;
        bool inside = true;
        int highest = 0, lowest = 0;
        for (int i = 1; i < parameters.Count; i++)
        {
            inside &= Product(high[i], box.Lower[lowest]) <= Product(low[lowest], box.Upper[i])
                && Product(high[highest], box.Lower[i]) <= Product(low[i], box.Upper[highest]);
            highest = Product(high[i], box.Upper[highest]) > Product(high[highest], box.Upper[i]) ? i : highest;
            lowest = Product(low[i], box.Lower[lowest]) < Product(low[lowest], box.Lower[i]) ? i : lowest;
        }

        return new(inside, Product(high[highest], box.Lower[lowest]), Product(low[lowest], box.Upper[highest]));
    }

    private static UInt256 Product(in UInt256 price, in UInt256 bound) => UInt256.WrappingMultiply(price, bound);

    /// <summary>Every price from below and from above, none below zero, cut to the common scale.</summary>
    private static void Prices(ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, Span<UInt256> down, Span<UInt256> up, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, point.Length);
        UInt256 all = default;
        for (int i = 0; i < down.Length; i++)
        {
            down[i] = NotNegative(ExactEllipsoidPrices.Down(parameters, point, k, i, ref fault));
            up[i] = NotNegative(ExactEllipsoidPrices.Up(parameters, point, k, i, ref fault));
            all |= up[i];
        }

        int cut = Math.Max(all.BitLength - PriceBits + CutStep - 1, 0) / CutStep * CutStep;
        RootScale scale = new(0, -cut);
        for (int i = 0; i < down.Length && cut > 0; i++)
        {
            down[i] >>= cut;
            up[i] = scale.Up(up[i]);
        }
    }

    private static UInt256 NotNegative(in Int256 price) => price.IsNegative ? default : price.Bits;
}
