using System.Numerics;
using FsCheck;
using FsCheck.Xunit;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Stable;

/// <summary>StableInvariant and a token's balance against big integers, divided by a RepeatedDivisor, refusals included.</summary>
public sealed class StableInvariantTests
{
    private static readonly UInt256 Amplification = 200_000;

    [Property(Replay = "20251120,1")]
    public void Equal_balances_have_their_sum_as_invariant(uint balance, PositiveInt amplification)
    {
        UInt256 value = (ulong)balance + 1;
        foreach (int count in (int[])[2, 3, 5, 8])
        {
            Fault fault = default;
            UInt256 d = StableInvariant.Compute(1_000UL * (ulong)amplification.Get, [.. Enumerable.Repeat(value, count)], ref fault);
            Assert.False(fault.IsRaised);
            Assert.Equal(UInt256.Multiply(value, (ulong)count, ref fault), d);
        }
    }

    [Fact]
    public void Invariant_and_balance_equal_big_integers_reverts_included()
    {
        Random random = new(14);
        Dictionary<Revert, int> seen = [];
        for (int i = 0; i < 20_000; i++)
        {
            int n = random.Next(2, 9), token = random.Next(n), kind = random.Next(4);
            UInt256[] balances = Words.Many(n, () => kind == 0 ? Words.Any(random) : kind == 1 ? Words.Any(random, 128) : Words.Between(random, 14, 32));
            UInt256 amplification = kind == 0 ? Words.Any(random, 40) : (ulong)random.Next(1_000, 50_000_000);
            BigInteger[] big = [.. balances.Select(b => Words.Big(b))];
            Fault fault = default;
            UInt256 d = StableInvariant.Compute(amplification, balances, ref fault);
            (BigInteger expected, Revert revert) = Textbook.Invariant(Words.Big(amplification), big);
            Assert.Equal(Textbook.Plain(revert), Textbook.Plain(fault.ToRevert()));
            Assert.True(revert != Revert.None || expected == Words.Big(d));
            Count(seen, revert);

            UInt256 given = random.Next(3) == 0 ? Words.Any(random, 140) : d;
            Fault second = default;
            UInt256 balance = StableInvariant.Balance(amplification, balances, token, given, ref second);
            (expected, revert) = Textbook.Balance(Words.Big(amplification), big, token, Words.Big(given));
            Assert.Equal(Textbook.Plain(revert), Textbook.Plain(second.ToRevert()));
            Assert.True(revert != Revert.None || expected == Words.Big(balance));
            Count(seen, revert);
        }

        foreach (Revert revert in new[] { Revert.None, Revert.AdditionOverflow, Revert.DivisionByZero, Revert.ZeroDivision, Revert.StableInvariantDidNotConverge })
        {
            Assert.True(seen.GetValueOrDefault(revert) >= 20, $"{revert} was drawn {seen.GetValueOrDefault(revert)} times; 20 are wanted");
        }
    }

    [Fact]
    public void The_balance_of_a_token_is_its_own_within_a_few_units()
    {
        Random random = new(15);
        for (int i = 0; i < 2_000; i++)
        {
            UInt256[] balances = Words.Many(random.Next(2, 6), () => Words.Between(random, 22, 23));
            Fault fault = default;
            UInt256 d = StableInvariant.Compute(Amplification, balances, ref fault);
            BigInteger distance = Words.Big(StableInvariant.Balance(Amplification, balances, 1, d, ref fault)) - Words.Big(balances[1]);
            Assert.True(!fault.IsRaised && BigInteger.Abs(distance) <= 4, $"{distance}");
        }
    }

    [Fact]
    public void A_larger_pool_has_a_larger_invariant()
    {
        Random random = new(16);
        for (int i = 0; i < 2_000; i++)
        {
            UInt256[] balances = Words.Many(random.Next(2, 6), () => Words.Between(random, 20, 22));
            Fault fault = default;
            UInt256 before = StableInvariant.Compute(Amplification, balances, ref fault);
            balances[0] = UInt256.Add(balances[0], 1_000, ref fault);
            Assert.True(StableInvariant.Compute(Amplification, balances, ref fault) > before && !fault.IsRaised);
        }
    }

    [Fact]
    public void A_cycle_of_the_iteration_is_refused_and_not_solved()
    {
        // From stable.json: the contract reverts for these balances at A = 1.
        UInt256[] balances =
            [UInt256.Parse("4517106627695534514880852416005"), UInt256.Parse("3376745393128643090033313708576"), UInt256.Parse("224733691466653354349151384")];
        Fault fault = default;
        Assert.Equal(default, StableInvariant.Compute(1_000, balances, ref fault));
        Assert.Equal(Revert.StableInvariantDidNotConverge, fault.ToRevert());
    }

    [Fact]
    public void Lists_of_no_pool_are_refused()
    {
        Fault nine = default, none = default, token = default;
        StableInvariant.Compute(Amplification, Words.Many(9, () => UInt256.One), ref nine);
        StableInvariant.Balance(Amplification, [], 0, UInt256.One, ref none);
        StableInvariant.Balance(Amplification, Words.Many(2, () => UInt256.One), 2, UInt256.One, ref token);
        Assert.Equal(
            [Revert.TokenCountMismatch, Revert.TokenCountMismatch, Revert.TokenNotRegistered], new[] { nine.ToRevert(), none.ToRevert(), token.ToRevert() });
    }

    [Fact]
    public void The_price_of_tokens_or_lists_of_no_pool_is_refused()
    {
        UInt256[] two = Words.Many(2, () => UInt256.One);
        Fault outside = default, negative = default, same = default, none = default, many = default;
        StableMarginalPayout.Compute(Amplification, two, 0, 2, 2UL, ref outside);
        StableMarginalPayout.Compute(Amplification, two, -1, 1, 2UL, ref negative);
        StableMarginalPayout.Compute(Amplification, two, 1, 1, 2UL, ref same);
        StableMarginalPayout.Compute(Amplification, [], 0, 1, 2UL, ref none);
        StableMarginalPayout.Compute(Amplification, new UInt256[1_000_000], 0, 1, 2UL, ref many);
        Assert.Equal(
            [Revert.TokenNotRegistered, Revert.TokenNotRegistered, Revert.CannotSwapSameToken, Revert.TokenCountMismatch, Revert.TokenCountMismatch],
            new[] { outside.ToRevert(), negative.ToRevert(), same.ToRevert(), none.ToRevert(), many.ToRevert() });
    }

    private static void Count(Dictionary<Revert, int> seen, Revert revert) => seen[revert] = seen.GetValueOrDefault(revert) + 1;
}
