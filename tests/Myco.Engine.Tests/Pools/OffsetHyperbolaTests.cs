using System.Numerics;
using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.WordDraw;

namespace Myco.Engine.Tests.Pools;

/// <summary>OffsetHyperbola and VirtualBalances: the product of balances with offsets never falls, and refusals come in the contract's order.</summary>
public sealed class OffsetHyperbolaTests
{
    [Fact]
    public void The_product_never_falls_and_a_unit_more_for_the_trader_would_lower_it()
    {
        Random random = new(61);
        for (int round = 0; round < 5_000; round++)
        {
            UInt256 virtualIn = Amount(random, 20, 30), virtualOut = Amount(random, 20, 30), amount = Amount(random, 18, 20);
            BigInteger before = Big(virtualIn) * Big(virtualOut);
            Fault fault = default;
            UInt256 paid = OffsetHyperbola.Swap(SwapKind.ExactIn, virtualIn, virtualOut, default, UInt256.MaxValue, amount, ref fault);
            Assert.True((Big(virtualIn) + Big(amount)) * (Big(virtualOut) - Big(paid)) >= before);
            Assert.True((Big(virtualIn) + Big(amount)) * (Big(virtualOut) - Big(paid) - 2) < before);

            UInt256 asked = OffsetHyperbola.Swap(SwapKind.ExactOut, virtualIn, virtualOut, default, UInt256.MaxValue, amount >> 3, ref fault);
            Assert.True((Big(virtualIn) + Big(asked)) * (Big(virtualOut) - Big(amount >> 3)) >= before);
            Assert.False(fault.IsRaised);
        }
    }

    [Theory]
    [InlineData(SwapKind.ExactOut, 51, Revert.AssetBoundsExceeded)]
    [InlineData(SwapKind.ExactOut, 50, Revert.ZeroDivision)]
    [InlineData(SwapKind.ExactIn, 51, Revert.ZeroDivision)]
    public void An_amount_out_that_is_given_is_judged_before_the_kept_balances_and_one_that_is_computed_after(SwapKind kind, int amount, Revert expected)
    {
        Fault fault = default, refusal = default;
        refusal.Raise(Revert.ZeroDivision);
        OffsetHyperbola.Swap(kind, new Kept<VirtualBalances>(new(100, 100), refusal), 50, (ulong)amount, ref fault);
        Assert.Equal(expected, fault.ToRevert());
    }

    [Fact]
    public void More_than_the_balance_is_not_paid_out()
    {
        Fault fault = default;
        UInt256 one = 1_000_000_000_000_000_000UL;
        UInt256 paid = OffsetHyperbola.Swap(SwapKind.ExactIn, one, one, default, UInt256.MaxValue, one, ref fault);
        OffsetHyperbola.Swap(SwapKind.ExactIn, one, one, default, paid, one, ref fault);
        Assert.False(fault.IsRaised);
        OffsetHyperbola.Swap(SwapKind.ExactIn, one, one, default, UInt256.WrappingSubtract(paid, UInt256.One), one, ref fault);
        Assert.Equal(Revert.AssetBoundsExceeded, fault.ToRevert());
    }

    [Fact]
    public void The_margin_raises_the_offset_of_token_in_by_two_units_of_its_size_and_lowers_that_of_token_out_by_one()
    {
        Fault fault = default;
        UInt256 offset = 5_000_000_000_000_000_000UL;
        Assert.Equal(new(5_000_000_000_000_000_003UL + 10, 5_000_000_000_000_000_007UL - 5), VirtualBalances.WithMargin(3, 7, offset, offset, ref fault));
        Assert.Equal(new(5_000_000_000_000_000_003UL, 5_000_000_000_000_000_007UL), VirtualBalances.Of(3, 7, offset, offset, ref fault));
        Assert.False(fault.IsRaised);
    }
}
