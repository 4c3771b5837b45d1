using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.WordDraw;

namespace Myco.Engine.Tests.Pools.Clp2;

/// <summary>Clp2State and Clp2Pool, prepared and not, of both a Clp2Version: Clp2Swap, Clp2Invariant between its roundings (Clp2Rounding), Clp2MarginalPayout and the checks of Clp2Parameters.</summary>
public class Clp2StateTests
{
    private const ulong One = 1_000_000_000_000_000_000;
    private static readonly Clp2Version[] Versions = [Clp2Version.BalancerV3, Clp2Version.BalancerV2];
    private static readonly UInt256[] Balances = [UInt256.Parse("225637115623450332418"), UInt256.Parse("216152844573330052005")];

    [Fact]
    public void Prepared_is_unprepared_and_there_is_no_free_lunch()
    {
        var random = new Random(51);
        int counted = 0;
        for (int i = 0; i < 4000; i++)
        {
            Clp2Parameters parameters = Draw(random);
            double order = random.Next(6, 34);
            UInt256[] balances = [Amount(random, order - 3, order), Amount(random, order - 3, order)];
            int tokenIn = random.Next(2);
            UInt256 amount = Amount(random, 0, order);
            AssertEqualQuotes(parameters, balances, tokenIn, amount);

            // V3 rounds L down for both offsets and takes no margin: a gain of less than one unit in 10¹⁸ of L is the contract's own.
            Fault fault = default;
            BigInteger slack = parameters.Version == Clp2Version.BalancerV3
                ? Big(Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Up, ref fault)) / One
                : 0;
            StateLaws.AssertNoFreeLunch(new Clp2Pool(parameters), balances, tokenIn, 1 - tokenIn, amount, ref counted, Of(slack));
        }

        Assert.True(counted > 1000, $"{counted} round trips");
    }

    [Fact]
    public void Any_bits_are_answered_or_refused_alike_and_never_throw()
    {
        var random = new Random(52);
        for (int i = 0; i < 4000; i++)
        {
            Clp2Parameters parameters = i % 2 == 0 ? Draw(random) : Clp2Parameters.Unchecked(Garbage(random), Garbage(random), Versions[(i >> 1) & 1]);
            UInt256[] balances = [Garbage(random), Garbage(random)];
            AssertEqualQuotes(parameters, balances, random.Next(2), Garbage(random));
            Fault fault = default;
            new Clp2Pool(parameters).ComputeBalance(balances, random.Next(2), Garbage(random), ref fault);
        }
    }

    /// <summary>L down; its offset of token in up in V3, down in V2, where a margin follows; of token out down: spec/04-onchain-math.md §1.4, §1.5.</summary>
    [Fact]
    public void A_swap_rounds_the_offset_of_token_in_as_its_version_does()
    {
        var random = new Random(54);
        int told = 0;
        for (int i = 0; i < 12_000; i++)
        {
            Clp2Parameters parameters = Draw(random);
            UInt256[] balances = [Amount(random, 3, 12), Amount(random, 3, 12)];
            int tokenIn = random.Next(2);
            UInt256 amount = Amount(random, 2, 11);
            Fault fault = default, raised = default, none = default;
            BigInteger invariant = Big(Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Down, ref none));
            (BigInteger Product, BigInteger Divisor)[] offsets = [(invariant * One, Big(parameters.SqrtBeta)), (invariant * Big(parameters.SqrtAlpha), One)];
            BigInteger[] down = [.. offsets.Select(offset => offset.Product / offset.Divisor)];
            BigInteger up = (offsets[tokenIn].Product + offsets[tokenIn].Divisor - 1) / offsets[tokenIn].Divisor;
            bool isUp = parameters.Version == Clp2Version.BalancerV3;
            UInt256 Quoted(BigInteger offset) => Clp2Swap.OutGivenIn(parameters.Version, balances[tokenIn], balances[1 - tokenIn], amount, Of(offset), Of(down[1 - tokenIn]), ref raised);
            UInt256 expected = Quoted(isUp ? up : down[tokenIn]), other = Quoted(isUp ? down[tokenIn] : up);
            UInt256 result = new Clp2Pool(parameters).OnSwap(SwapKind.ExactIn, balances, tokenIn, 1 - tokenIn, amount, ref fault);
            if (!fault.IsRaised && !raised.IsRaised)
            {
                Assert.Equal(expected, result);
                told += expected == other ? 0 : 1;
            }
        }

        Assert.True(told > 50, $"{told} swaps tell the roundings apart");
    }

    [Fact]
    public void The_invariant_solves_its_equation_from_below_and_from_above()
    {
        // (x + L/√β)·(y + L·√α) ≥ L² exactly as long as L is at most the root.
        var random = new Random(53);
        for (int i = 0; i < 2000; i++)
        {
            Clp2Parameters parameters = Draw(random);
            UInt256[] balances = [Amount(random, 18, 30), Amount(random, 18, 30)];
            Fault fault = default;
            BigInteger down = Big(Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Down, ref fault));
            Assert.False(fault.IsRaised);
            Assert.True(IsAtMostRoot(parameters, balances, down), $"{down} is above the root of {parameters.SqrtAlpha}, {parameters.SqrtBeta}");
            if (parameters.Version == Clp2Version.BalancerV3)
            {
                // The square root itself is cut by less than a unit, which weighs 1/(2A).
                BigInteger up = Big(Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Up, ref fault));
                BigInteger slack = (One / 2 / (Big(Clp2Invariant.QuadraticTerms(parameters, balances[0], balances[1], Rounding.Down, ref fault).A) / One + 1)) + 2;
                slack = BigInteger.Min(slack, down);
                Assert.True(up >= down && !IsAtMostRoot(parameters, balances, up + slack));
            }
        }
    }

    [Fact]
    public void A_balance_for_a_ratio_keeps_to_the_pools_side()
    {
        Clp2Parameters parameters = Clp2Parameters.Create(997_496_867_163_000_167UL, 1_002_496_882_788_171_068UL, Clp2Version.BalancerV3);
        Clp2Pool pool = new(parameters);
        Fault fault = default;
        for (int token = 0; token < 2; token++)
        {
            UInt256[] grown = [.. Balances];
            grown[token] = pool.ComputeBalance(Balances, token, One + (One / 10), ref fault);
            BigInteger before = Big(pool.ComputeInvariant(Balances, Rounding.Up, ref fault)), after = Big(pool.ComputeInvariant(grown, Rounding.Up, ref fault));
            Assert.InRange(after, before * 11 / 10, (before * 11 / 10) + (before / 1_000_000));
        }

        Assert.False(fault.IsRaised);
        new Clp2Pool(Clp2Parameters.Create(1UL, 2UL, Clp2Version.BalancerV2)).ComputeBalance(Balances, 0, One, ref fault);
        Assert.Equal(Revert.UnsupportedOperation, fault.ToRevert());
    }

    [Fact]
    public void A_wide_range_is_swapped_as_big_integers_swap_it()
    {
        // Prices up to 10⁶: one unit of the offset of token in, rounded on the wrong side, is many units of the amount out.
        var random = new Random(56);
        int compared = 0;
        for (int i = 0; i < 4000; i++)
        {
            var parameters = Clp2Parameters.Create(Amount(random, 15, 17), Amount(random, 19, 21), Versions[i % 2]);
            UInt256[] balances = [Amount(random, 18, 24), Amount(random, 18, 24)];
            if (Clp2State.TryPrepare(parameters, balances, out PreparedPool<Clp2State> state) != Revert.None)
            {
                continue;
            }

            int tokenIn = random.Next(2);
            UInt256 amount = Amount(random, 18, 24);
            (BigInteger virtualIn, BigInteger virtualOut) = VirtualBalances(parameters, balances, tokenIn, Big(state.Invariant().Amount));
            ExactQuote bought = state.SwapExactIn(tokenIn, 1 - tokenIn, amount), asked = state.SwapExactOut(tokenIn, 1 - tokenIn, amount);
            if (bought.IsOk)
            {
                Assert.Equal(virtualOut * Big(amount) / One * One / (virtualIn + Big(amount)), Big(bought.Amount));
                compared++;
            }

            if (asked.IsOk)
            {
                Assert.Equal(Up(Up(virtualIn * Big(amount), One) * One, virtualOut - Big(amount)), Big(asked.Amount));
                compared++;
            }
        }

        Assert.True(compared > 2000, $"{compared} compared");
    }

    [Fact]
    public void Prices_and_amounts_at_the_ends()
    {
        foreach (Clp2Version version in Versions)
        {
            Clp2Parameters parameters = Clp2Parameters.Create(997_496_867_163_000_167UL, 1_002_496_882_788_171_068UL, version);
            Assert.Equal(Revert.None, Clp2State.TryPrepare(parameters, Balances, out PreparedPool<Clp2State> state));
            UInt256 above = UInt256.WrappingAdd(Balances[1], UInt256.One);
            Assert.Equal(Revert.None, state.SwapExactOut(0, 1, Balances[1]).Revert);
            Assert.Equal(Revert.AssetBoundsExceeded, state.SwapExactOut(0, 1, above).Revert);
            Assert.Equal(Revert.AssetBoundsExceeded, state.SwapExactIn(0, 1, UInt256.Parse("1000000000000000000000000000")).Revert);
            Assert.InRange(Big(state.MarginalPayout(0, 1).Amount), 995_000_000_000_000_000, 1_005_000_000_000_000_000);
            Assert.InRange(Big(state.MarginalPayout(0, 1).Amount) * Big(state.MarginalPayout(1, 0).Amount), BigInteger.Pow(10, 36), BigInteger.Pow(10, 36) + (4 * (BigInteger)One));
            StateLaws.AssertRefusesIndices(new Clp2Pool(parameters), state, Balances);
            StateLaws.AssertAllocatesNothing(new Clp2Pool(parameters), state, Balances, One);
        }
    }

    [Fact]
    public void Prices_out_of_order_are_refused()
    {
        Assert.Equal(Revert.SquareRootOfPriceOrder, Clp2Parameters.TryCreate(One, One, Clp2Version.BalancerV3, out Clp2Parameters? parameters));
        Assert.Null(parameters);
        Assert.Contains("sqrtAlpha is 2", Assert.Throws<ArgumentException>(() => Clp2Parameters.Create(2UL, 1UL, Clp2Version.BalancerV2)).Message, StringComparison.Ordinal);
        Assert.Equal(Revert.TokenCountMismatch, Clp2State.TryPrepare(Clp2Parameters.Create(1UL, One, Clp2Version.BalancerV3), Balances.AsSpan(1), out _));
    }

    private static (BigInteger In, BigInteger Out) VirtualBalances(Clp2Parameters parameters, UInt256[] balances, int tokenIn, BigInteger invariant)
    {
        bool isV2 = parameters.Version == Clp2Version.BalancerV2;
        BigInteger one = One, beta = Big(parameters.SqrtBeta), byAlpha = invariant * Big(parameters.SqrtAlpha);
        BigInteger[] down = [invariant * one / beta, byAlpha / one], up = [Up(invariant * one, beta), Up(byAlpha, one)];
        BigInteger offsetIn = isV2 ? Up(down[tokenIn] * (one + 2), one) : up[tokenIn];
        BigInteger offsetOut = isV2 ? down[1 - tokenIn] * (one - 1) / one : down[1 - tokenIn];
        return (Big(balances[tokenIn]) + offsetIn, Big(balances[1 - tokenIn]) + offsetOut);
    }

    private static BigInteger Up(BigInteger dividend, BigInteger divisor) => (dividend + divisor - 1) / divisor;

    private static Clp2Parameters Draw(Random random)
    {
        UInt256 alpha = Amount(random, 17, 18.5), beta = UInt256.WrappingAdd(alpha, Amount(random, 15, 18));
        return Clp2Parameters.Create(alpha, beta, Versions[random.Next(2)]);
    }

    private static bool IsAtMostRoot(Clp2Parameters parameters, UInt256[] balances, BigInteger invariant)
    {
        BigInteger alpha = Big(parameters.SqrtAlpha), beta = Big(parameters.SqrtBeta);
        BigInteger x = (Big(balances[0]) * beta) + (invariant * One), y = (Big(balances[1]) * One) + (invariant * alpha);
        return x * y >= invariant * invariant * beta * One;
    }

    private static void AssertEqualQuotes(Clp2Parameters parameters, UInt256[] balances, int tokenIn, in UInt256 amount)
    {
        Revert prepared = Clp2State.TryPrepare(parameters, balances, out PreparedPool<Clp2State> state);
        StateLaws.AssertPreparedIsUnprepared(new Clp2Pool(parameters), prepared, state, balances, tokenIn, 1 - tokenIn, amount);
    }
}
