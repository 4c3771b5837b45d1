using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Eclp;
using static Myco.Engine.Tests.Pools.WordDraw;

namespace Myco.Engine.Tests.Pools.Eclp;

/// <summary>EclpState and EclpPool, prepared and not: EclpSwap on its EclpSide, EclpInvariant and its EclpVector, EclpBounds and EclpLimits to the unit, EclpMarginalPayout, EclpOffsets.</summary>
public class EclpStateTests
{
    private static readonly UInt256[] Balances = [UInt256.Parse("486371653149689446958530"), UInt256.Parse("171294919510944911667542")];

    private static EclpParameters Real => EclpSamples.Valid["real00"];

    [Fact]
    public void Prepared_is_unprepared_for_pools_of_every_size()
    {
        var random = new Random(41);
        foreach (EclpParameters parameters in EclpSamples.Valid.Values)
        {
            for (int i = 0; i < 60; i++)
            {
                double order = random.Next(6, 34);
                UInt256[] balances = [Amount(random, order - 3, order), Amount(random, order - 3, order)];
                AssertEqualQuotes(parameters, balances, random.Next(2), Amount(random, Math.Max(0, order - 12), order));
            }
        }
    }

    [Fact]
    public void Any_bits_are_answered_or_refused_alike_and_never_throw()
    {
        var random = new Random(42);
        foreach (EclpParameters parameters in EclpSamples.Valid.Values)
        {
            for (int i = 0; i < 60; i++)
            {
                UInt256[] balances = [Garbage(random), Garbage(random)];
                AssertEqualQuotes(parameters, balances, random.Next(2), Garbage(random));
                Fault fault = default;
                new EclpPool(parameters).ComputeBalance(balances, random.Next(2), Garbage(random), ref fault);
            }
        }
    }

    [Fact]
    public void No_free_lunch_outside_the_region_of_the_warning()
    {
        var random = new Random(43);
        int counted = 0;
        foreach (EclpParameters parameters in EclpSamples.Valid.Values)
        {
            for (int i = 0; i < 60; i++)
            {
                double order = random.Next(6, 30);
                UInt256[] balances = [Amount(random, order - 3, order), Amount(random, order - 3, order)];
                int tokenIn = random.Next(2);
                StateLaws.AssertNoFreeLunch(
                    new EclpPool(parameters), balances, tokenIn, 1 - tokenIn, Amount(random, Math.Max(0, order - 12), order), ref counted);
            }
        }

        Assert.True(counted > 300, $"{counted} round trips");
    }

    [Fact]
    public void Balances_lie_on_the_ellipse()
    {
        // |A·(x − a, y − b)|² = r², in exact rationals over λ²·10³⁶, within what the allowances leave.
        var random = new Random(44);
        foreach ((string name, EclpParameters parameters) in EclpSamples.Valid.Where(set => set.Key.StartsWith("real", StringComparison.Ordinal)))
        {
            UInt256[] balances = [Amount(random, 22, 24), Amount(random, 22, 24)];
            Fault fault = default;
            EclpInvariantEstimate estimate = EclpInvariant.Compute(parameters, balances[0], balances[1], ref fault);
            EclpVector vector = new(estimate.Value, estimate.Value);
            BigInteger x = Big(balances[0]) - Big(EclpOffsets.Of(parameters, 0, vector, ref fault));
            BigInteger y = Big(balances[1]) - Big(EclpOffsets.Of(parameters, 1, vector, ref fault));
            BigInteger c = Big(parameters.Curve.C), s = Big(parameters.Curve.S), lambda = Big(parameters.Curve.Lambda), one = BigInteger.Pow(10, 18);
            BigInteger across = ((c * x) - (s * y)) * one, along = ((s * x) + (c * y)) * lambda, radius = Big(estimate.Value) * lambda * one;
            BigInteger square = (across * across) + (along * along);
            double relative = (double)((square - (radius * radius)) * BigInteger.Pow(10, 30) / (radius * radius)) * 1e-30;
            Assert.False(fault.IsRaised);
            Assert.True(Math.Abs(relative) < 1e-9, $"{name}: {relative:E1}");
        }
    }

    [Fact]
    public void The_bound_is_the_last_balance_that_is_taken()
    {
        Assert.Equal(Revert.None, EclpState.TryPrepare(Real, Balances, out PreparedPool<EclpState> state));
        Fault fault = default;
        Int256 bound = EclpBounds.Of(Real, 0, state.State.Estimate.ToVector(), ref fault);
        UInt256 room = UInt256.Subtract(bound.Bits, Balances[0], ref fault);
        Assert.NotEqual(Revert.AssetBoundsExceeded, state.SwapExactIn(0, 1, room).Revert);
        Assert.Equal(Revert.AssetBoundsExceeded, state.SwapExactIn(0, 1, UInt256.Add(room, UInt256.One, ref fault)).Revert);
        Assert.Equal(Revert.AssetBoundsExceeded, state.SwapExactOut(0, 1, UInt256.Add(Balances[1], UInt256.One, ref fault)).Revert);
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void Balances_of_10_to_the_34_are_taken_and_one_unit_more_is_not()
    {
        UInt256 most = UInt256.Parse("10000000000000000000000000000000000"), half = UInt256.Parse("5000000000000000000000000000000000");
        Fault fault = default;
        Assert.NotEqual(Revert.MaxAssetsExceeded, EclpState.TryPrepare(Real, [half, half], out _));
        Assert.Equal(Revert.MaxAssetsExceeded, EclpState.TryPrepare(Real, [most, UInt256.One], out _));
        Assert.Equal(Revert.CastToSignedOverflow, EclpState.TryPrepare(Real, [UInt256.MaxValue, UInt256.One], out _));
        Assert.Equal(Revert.TokenCountMismatch, EclpState.TryPrepare(Real, [most], out _));
        EclpInvariant.Compute(Real, half, UInt256.Add(half, UInt256.One, ref fault), ref fault);
        Assert.Equal(Revert.MaxAssetsExceeded, fault.ToRevert());
    }

    [Fact]
    public void An_invariant_of_three_times_10_to_the_37_is_taken_and_what_is_above_is_not()
    {
        Fault fault = default;
        EclpPool pool = new(Real);
        UInt256 most = UInt256.Parse("30000000000000000000000000000000000000"), invariant = pool.ComputeInvariant(Balances, Rounding.Up, ref fault);
        UInt256 ratio = Decimal18.DivideDown(most, invariant, ref fault);
        Assert.False(fault.IsRaised);

        // The largest ratio at which ⌈(r + err)·ratio⌉ is within, and one unit more.
        pool.ComputeBalance(Balances, 0, UInt256.WrappingAdd(ratio, UInt256.One), ref fault);
        Assert.Equal(Revert.MaxInvariantExceeded, fault.ToRevert());
        fault = default;
        pool.ComputeBalance(Balances, 0, ratio, ref fault);
        Assert.NotEqual(Revert.MaxInvariantExceeded, fault.ToRevert());
    }

    [Fact]
    public void Every_golden_swap_from_a_prepared_pool_is_the_chains()
    {
        int swaps = 0;
        foreach ((ExactQuote quote, UInt256? answer) in GoldenSwaps())
        {
            Assert.Equal(answer, quote.Amount);
            swaps++;
        }

        Assert.True(swaps > 400, $"{swaps} swaps");
    }

    [Fact]
    public void The_warning_covers_the_fourteen_swaps_that_pay_too_much() =>
        // Spec/06-exact-ellipsoid.md §7: of the golden swaps exactly the 14 with λ ≥ 10⁷ and balances ≥ 10³⁰ favour the trader.
        Assert.Equal(14, GoldenSwaps().Count(swap => swap.Quote.Warning == ExactWarning.AllowancesTooSmall));

    [Fact]
    public void Balances_for_a_ratio_keep_to_the_pools_side()
    {
        Fault fault = default;
        EclpPool pool = new(Real);
        UInt256 one = 1_000_000_000_000_000_000UL, twice = 2_000_000_000_000_000_000UL;
        for (int token = 0; token < 2; token++)
        {
            UInt256 same = pool.ComputeBalance(Balances, token, one, ref fault), more = pool.ComputeBalance(Balances, token, twice, ref fault);
            Assert.True(same >= Balances[token] && more > same);
            UInt256[] grown = [.. Balances];
            grown[token] = more;
            UInt256 invariant = pool.ComputeInvariant(grown, Rounding.Up, ref fault);
            Assert.True(invariant >= pool.ComputeInvariant(Balances, Rounding.Down, ref fault) << 1);
        }

        Assert.False(fault.IsRaised);
        pool.ComputeBalance(Balances, 2, one, ref fault);
        Assert.Equal(Revert.TokenNotRegistered, fault.ToRevert());
    }

    [Fact]
    public void Prices_of_both_directions_are_inverse()
    {
        EclpState.TryPrepare(Real, Balances, out PreparedPool<EclpState> state);
        BigInteger forward = Big(state.MarginalPayout(0, 1).Amount), backward = Big(state.MarginalPayout(1, 0).Amount), one = BigInteger.Pow(10, 36);
        Assert.True(forward * backward <= one && forward * (backward + 1) > one);
        Assert.InRange(forward, Big(Real.Curve.Alpha), Big(Real.Curve.Beta));
    }

    [Fact]
    public void Indices_are_checked_and_nothing_is_allocated()
    {
        EclpState.TryPrepare(Real, Balances, out PreparedPool<EclpState> state);
        StateLaws.AssertRefusesIndices(new EclpPool(Real), state, Balances);
        StateLaws.AssertAllocatesNothing(new EclpPool(Real), state, Balances, UInt256.Parse("1456020747772643557"));
    }

    private static IEnumerable<(ExactQuote Quote, UInt256? Answer)> GoldenSwaps()
    {
        foreach ((EclpVectorSet set, EclpSwapVector swap) in EclpSamples.Answered)
        {
            Assert.Equal(Revert.None, EclpState.TryPrepare(EclpSamples.Valid[set.Id], swap.Balances, out PreparedPool<EclpState> pool));
            yield return (pool.Quote(new(swap.Kind, swap.AssetIn, swap.AssetOut, swap.Amount)), swap.Result);
        }
    }

    private static void AssertEqualQuotes(EclpParameters parameters, UInt256[] balances, int tokenIn, in UInt256 amount)
    {
        Revert prepared = EclpState.TryPrepare(parameters, balances, out PreparedPool<EclpState> state);
        StateLaws.AssertPreparedIsUnprepared(new EclpPool(parameters), prepared, state, balances, tokenIn, 1 - tokenIn, amount);
    }
}
