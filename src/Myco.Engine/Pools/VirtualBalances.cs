using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>The balances with offsets of one direction, of which a swap of a 2-CLP or a 3-CLP keeps the product.</summary>
/// <param name="In">Of token in.</param>
/// <param name="Out">Of token out.</param>
internal readonly record struct VirtualBalances(UInt256 In, UInt256 Out)
{
    private static readonly UInt256 AboveOne = UInt256.WrappingAdd(Decimal18.One, 2UL);
    private static readonly UInt256 BelowOne = UInt256.WrappingSubtract(Decimal18.One, UInt256.One);

    /// <summary>(I + i, O + o).</summary>
    public static VirtualBalances Of(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault) =>
        new(UInt256.Add(balanceIn, offsetIn, ref fault), UInt256.Add(balanceOut, offsetOut, ref fault));

    /// <summary>(I + ⌈i·(1 + 2·10⁻¹⁸)⌉, O + ⌊o·(1 − 10⁻¹⁸)⌋): a margin on the offsets keeps the result on the pool's side.</summary>
    /// <remarks>Source: spec/04-onchain-math.md §1.5, §1.6.</remarks>
    public static VirtualBalances WithMargin(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault) => new(
        UInt256.Add(balanceIn, Decimal18.MultiplyUp(offsetIn, AboveOne, ref fault), ref fault),
        UInt256.Add(balanceOut, Decimal18.MultiplyDown(offsetOut, BelowOne, ref fault), ref fault));
}
