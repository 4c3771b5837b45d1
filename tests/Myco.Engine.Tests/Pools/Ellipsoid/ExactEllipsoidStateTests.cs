using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>ExactEllipsoidState, prepared, ExactEllipsoidPool and the functions underneath give the same; ExactEllipsoidMarginalPayout is just below the exact price.</summary>
public sealed class ExactEllipsoidStateTests
{
    private static readonly ExactPriceBox Wide = ExactPriceBox.Create([1, 1], [UInt256.MaxValue >> 128, UInt256.MaxValue >> 128]);

    [Fact]
    public void Prepared_equals_unprepared()
    {
        Random random = new(11);
        int answers = 0;
        for (int i = 0; i < 6000; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            UInt256[] balances = Array.ConvertAll(surface.State(random), Big.Unsigned);
            Revert refused = ExactEllipsoidState.TryPrepare(surface.Parameters, balances, out PreparedPool<ExactEllipsoidState> state);
            ExactEllipsoidPool pool = new(surface.Parameters, Wide);
            SwapKind kind = (SwapKind)random.Next(2);
            int assetIn = random.Next(balances.Length), assetOut = (assetIn + 1 + random.Next(balances.Length - 1)) % balances.Length;
            UInt256 amount = Big.Unsigned(Amounts.UpTo(random, Big.Of(balances[assetOut]) + 1));
            Fault fault = default;
            UInt256 unprepared = pool.OnSwap(kind, balances, assetIn, assetOut, amount, ref fault);
            if (refused != Revert.None)
            {
                Assert.Equal(Revert.OutsideSurface, refused);
                continue;
            }

            ExactQuote quote = kind == SwapKind.ExactIn ? state.SwapExactIn(assetIn, assetOut, amount) : state.SwapExactOut(assetIn, assetOut, amount);
            Assert.Equal(fault.ToRevert(), quote.Revert);
            Assert.Equal(fault.IsRaised ? UInt256.Zero : unprepared, quote.Amount);
            Assert.True(state.State.Balances.SequenceEqual(balances));
            answers += quote.IsOk ? 1 : 0;
        }

        Assert.True(answers > 2000, $"only {answers} answers");
    }

    [Fact]
    public void Indices_and_amounts_are_refused_by_name()
    {
        PreparedPool<ExactEllipsoidState> state = Some(out UInt256[] balances);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(-1, 0, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactOut(0, state.TokenCount, 1).Revert);
        Assert.Equal(Revert.CannotSwapSameToken, state.SwapExactIn(1, 1, 1).Revert);
        Assert.Equal(Revert.CannotSwapSameToken, state.MarginalPayout(0, 0).Revert);
        Assert.Equal(Revert.InvalidArgument, state.SwapExactIn(0, 1, 0).Revert);
        Assert.Equal(Revert.InvalidArgument, state.SwapExactIn(0, 1, UInt256.One << 113).Revert);
        Assert.Equal(Revert.InvalidArgument, state.SwapExactOut(0, 1, UInt256.WrappingAdd(balances[1], 1)).Revert);
        Assert.Equal(Revert.BalanceTooLarge, state.SwapExactIn(0, 1, UInt256.WrappingSubtract(UInt256.One << 113, balances[0])).Revert);
        Assert.Equal(Revert.InvalidArgument, ExactEllipsoidState.TryPrepare(state.State.Parameters, balances.AsSpan(1), out _));
        Assert.Equal(Revert.BalanceTooLarge, ExactEllipsoidState.TryPrepare(state.State.Parameters, [UInt256.One << 113, 1], out _));
    }

    [Fact]
    public void The_spot_price_is_just_below_the_exact_one()
    {
        Random random = new(12);
        BigInteger one = BigInteger.Pow(10, 18);
        foreach (StoredSurface surface in StoredSurface.All)
        {
            BigInteger[] balances = surface.State(random);
            if (!surface.Exact.IsState(balances) || balances.Max() < one
                || ExactEllipsoidState.TryPrepare(surface.Parameters, Array.ConvertAll(balances, Big.Unsigned), out PreparedPool<ExactEllipsoidState> state) != Revert.None)
            {
                continue;
            }

            BigInteger[] prices = surface.Exact.Scaled(balances, 400).Prices;
            BigInteger exact = one * prices[0] / prices[1], found = Big.Of(state.MarginalPayout(0, 1).Amount);
            Assert.InRange(exact - found, 0, 1 + (exact / BigInteger.Pow(10, 12)));
        }
    }

    [Fact]
    public void A_quote_and_a_whole_call_allocate_nothing()
    {
        PreparedPool<ExactEllipsoidState> state = Some(out UInt256[] balances);
        ExactEllipsoidPool pool = new(state.State.Parameters, Wide);
        UInt256[] deposit = [balances[0] >> 7, balances[1] >> 9];
        UInt256 supply = UInt256.One << 80, amount = balances[0] >> 10;
        ulong sink = 0;
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            sink += state.SwapExactIn(0, 1, amount).Amount.Limb0 + state.SwapExactOut(0, 1, amount).Amount.Limb0 + state.MarginalPayout(0, 1).Amount.Limb0;
            sink += state.Invariant().Amount.Limb0 + pool.OnSwap(SwapKind.ExactIn, balances, 0, 1, amount, ref fault).Limb0;
            sink += pool.OnSwap(SwapKind.ExactOut, balances, 0, 1, amount, ref fault).Limb0 + pool.Mint(balances, deposit, supply, ref fault).Limb0;
            sink += pool.DepositSingle(balances, 0, supply >> 9, supply, ref fault).Limb0 + pool.BurnSingle(balances, 1, supply >> 9, supply, ref fault).Limb0;
            ExactEllipsoidState.TryPrepare(state.State.Parameters, balances, out PreparedPool<ExactEllipsoidState> again);
            sink += again.Invariant().Amount.Limb0;
            Assert.False(fault.IsRaised);
        });
        Assert.NotEqual(0UL, sink);
    }

    private static PreparedPool<ExactEllipsoidState> Some(out UInt256[] balances)
    {
        balances = Array.ConvertAll(StoredSurface.All[0].State(new(3)), Big.Unsigned);
        Assert.Equal(Revert.None, ExactEllipsoidState.TryPrepare(StoredSurface.All[0].Parameters, balances, out PreparedPool<ExactEllipsoidState> state));
        return state;
    }
}
