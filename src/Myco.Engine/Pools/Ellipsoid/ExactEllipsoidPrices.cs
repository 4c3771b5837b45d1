using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Marginal prices a_i = s·t_i + (Mv)_i from below and from above, at the scale of H over 2ᵏ.</summary>
/// <remarks>Source: spec/06-exact-ellipsoid.md §2. A product beyond 252 bits is <see cref="Revert.AmountOverflow"/>.</remarks>
internal static class ExactEllipsoidPrices
{
    private const int PriceBits = 252;

    /// <summary>a_i↓ = ⌊s·t_i/2^(k−x)⌋ + ⌊(Mv)_i/2^(k−2x)⌋, s = s0, or s0 + 1 for t_i &lt; 0.</summary>
    public static Int256 Down(ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, int k, int asset, ref Fault fault)
    {
        Int256 linear = parameters.Linear[asset];
        UInt256 root = UInt256.WrappingAdd(point.Root, linear.IsNegative ? 1UL : 0);
        Int256 product = Product(linear, root, k - parameters.Exponent, out _, ref fault);
        return Int256.WrappingAdd(product, point.Gradient[asset] >> (k - (2 * parameters.Exponent)));
    }

    /// <summary>a_i↑ = ⌈s·t_i/2^(k−x)⌉ + ⌊(Mv)_i/2^(k−2x)⌋ + 1, s = s0 + 1, or s0 for t_i &lt; 0.</summary>
    public static Int256 Up(ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, int k, int asset, ref Fault fault)
    {
        Int256 linear = parameters.Linear[asset];
        UInt256 root = UInt256.WrappingAdd(point.Root, linear.IsNegative ? 0 : 1UL);
        Int256 product = Product(linear, root, k - parameters.Exponent, out bool exact, ref fault);
        product = Int256.WrappingAdd(product, new Int256(exact ? 1UL : 2));
        return Int256.WrappingAdd(product, point.Gradient[asset] >> (k - (2 * parameters.Exponent)));
    }

    /// <summary>a_i↓ and a_o↑; <see cref="Revert.OutsideSurface"/> unless both are positive.</summary>
    public static void OfPair(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, int k, int assetIn, int assetOut, out Int256 priceIn, out Int256 priceOut, ref Fault fault)
    {
        priceIn = Down(parameters, point, k, assetIn, ref fault).ByLimbs();
        priceOut = Up(parameters, point, k, assetOut, ref fault).ByLimbs();
        if (!priceIn.IsPositive || !priceOut.IsPositive)
        {
            fault.Raise(Revert.OutsideSurface);
        }
    }

    /// <summary>Refuses with <see cref="Revert.PriceLimit"/> unless every marginal price is positive after a trade.</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="point">The state before it.</param>
    /// <param name="root">R′ − t·v′ from below, in an interval of width 2ˣ.</param>
    /// <param name="k">The scale.</param>
    /// <param name="trade">What comes in and goes out.</param>
    /// <param name="fault">The refusal.</param>
    public static void RequirePositive(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, in Int256 root, int k, in TradeAmounts trade, ref Fault fault)
    {
        if (!root.IsPositive)
        {
            fault.Raise(Revert.PriceLimit);
            return;
        }

        int n = parameters.Count;
        ReadOnlySpan<Int256> rowIn = parameters.Cone.Slice(trade.AssetIn * n, n);
        ReadOnlySpan<Int256> rowOut = parameters.Cone.Slice(trade.AssetOut * n, n);
        for (int i = 0; i < n && !fault.IsRaised; i++)
        {
            Int256 gradient = Int256.WrappingAdd(point.Gradient[i], ExactEllipsoidInvariant.Times(rowIn[i], trade.AmountIn));
            gradient = Int256.WrappingSubtract(gradient, ExactEllipsoidInvariant.Times(rowOut[i], trade.AmountOut));

            // A positive term and one that is not negative need no product.
            if (!gradient.IsPositive || parameters.Linear[i].IsNegative)
            {
                RequirePositive(parameters, root.Bits, k, i, gradient, ref fault);
            }
        }
    }

    /// <summary>⌊s·t_i/2ᵏ⌋ + ⌊m/2^(k−2x)⌋ &gt; 0, s = root, or root + 2ˣ for t_i &lt; 0.</summary>
    private static void RequirePositive(
        ExactEllipsoidParameters parameters, in UInt256 root, int k, int asset, in Int256 gradient, ref Fault fault)
    {
        Int256 linear = parameters.Linear[asset];
        UInt256 above = linear.IsNegative ? UInt256.WrappingAdd(root, UInt256.One << parameters.Exponent) : root;
        Int256 price = Product(linear, above, k, out _, ref fault);
        price = Int256.WrappingAdd(price, gradient >> (k - (2 * parameters.Exponent)));
        if (!price.IsPositive)
        {
            fault.Raise(Revert.PriceLimit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Product(in Int256 linear, in UInt256 root, int count, out bool exact, ref Fault fault)
    {
        Int256 down = ShiftedProduct.Down((Int128)linear.Bits.Low, root, count, PriceBits, out exact, out bool fits).ByLimbs();
        if (!fits)
        {
            fault.Raise(Revert.AmountOverflow);
        }

        return down;
    }
}
