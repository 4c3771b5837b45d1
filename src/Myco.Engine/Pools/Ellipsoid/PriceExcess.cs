using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>χ of a state as a quotient: outward/inward, each a price times a bound in one word.</summary>
/// <param name="Outward">Highest price · bound of the lowest.</param>
/// <param name="Inward">Lowest price · bound of the highest.</param>
/// <remarks>Prices are cut by the multiple of 32 bits that takes the largest below 2¹²⁷, bounds are below 2¹²⁸. Source: fixtures/solidity/README.md.</remarks>
internal readonly record struct PriceExcess(UInt256 Outward, UInt256 Inward)
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
        int highest = 0, lowest = 0;
        for (int i = 1; i < parameters.Count; i++)
        {
            highest = Product(high[i], box.Upper[highest]) > Product(high[highest], box.Upper[i]) ? i : highest;
            lowest = Product(low[i], box.Lower[lowest]) < Product(low[lowest], box.Lower[i]) ? i : lowest;
        }

        return new(Product(high[highest], box.Lower[lowest]), Product(low[lowest], box.Upper[highest]));
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
