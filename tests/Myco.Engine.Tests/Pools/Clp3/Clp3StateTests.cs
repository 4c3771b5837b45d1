using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp3;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.WordDraw;

namespace Myco.Engine.Tests.Pools.Clp3;

/// <summary>Clp3State and Clp3Pool, prepared and not: Clp3Swap, Clp3Invariant by Clp3NewtonStep on its Clp3Cubic, Clp3Limits to the unit, Clp3MarginalPayout and the checks of Clp3Parameters.</summary>
public class Clp3StateTests
{
    private const ulong One = 1_000_000_000_000_000_000;
    private static readonly Clp3Parameters Real = Clp3Parameters.Create(999_500_000_000_000_000UL);

    private static readonly UInt256[] Balances =
        [UInt256.Parse("643166318465777206050"), UInt256.Parse("2401748103978301289198"), UInt256.Parse("905769911431514439021")];

    [Fact]
    public void Prepared_is_unprepared_and_there_is_no_free_lunch()
    {
        var random = new Random(61);
        int counted = 0;
        for (int i = 0; i < 2000; i++)
        {
            Clp3Parameters parameters = Draw(random);
            double order = random.Next(18, 29);
            UInt256[] balances = [Amount(random, order - 3, order), Amount(random, order - 3, order), Amount(random, order - 3, order)];
            int tokenIn = random.Next(3), tokenOut = (tokenIn + 1 + random.Next(2)) % 3;
            UInt256 amount = Amount(random, 0, order);
            AssertEqualQuotes(parameters, balances, tokenIn, tokenOut, amount);
            StateLaws.AssertNoFreeLunch(new Clp3Pool(parameters), balances, tokenIn, tokenOut, amount, ref counted);
        }

        Assert.True(counted > 1000, $"{counted} round trips");
    }

    [Fact]
    public void Any_bits_are_answered_or_refused_alike_and_never_throw()
    {
        var random = new Random(62);
        for (int i = 0; i < 2000; i++)
        {
            Clp3Parameters parameters = i % 2 == 0 ? Draw(random) : Clp3Parameters.Unchecked(Garbage(random));
            UInt256[] balances = [Garbage(random) >> random.Next(256), Garbage(random) >> random.Next(256), Garbage(random) >> random.Next(256)];
            int tokenIn = random.Next(3);
            AssertEqualQuotes(parameters, balances, tokenIn, (tokenIn + 1 + random.Next(2)) % 3, Garbage(random));
        }
    }

    [Fact]
    public void The_invariant_lies_next_to_the_root_of_its_equation()
    {
        // (x + Lρ)(y + Lρ)(z + Lρ) ≥ L³ exactly as long as L is at most the root.
        var random = new Random(63);
        for (int i = 0; i < 1000; i++)
        {
            Clp3Parameters parameters = Draw(random);
            UInt256[] balances = [Amount(random, 20, 27), Amount(random, 20, 27), Amount(random, 20, 27)];
            Fault fault = default;
            BigInteger invariant = Big(Clp3Invariant.Compute(parameters, balances[0], balances[1], balances[2], ref fault));
            Assert.False(fault.IsRaised);
            BigInteger reach = (invariant / 1_000_000_000_000_000) + 1000;
            Assert.True(IsAtMostRoot(parameters, balances, invariant - reach), $"{invariant}");
            Assert.False(IsAtMostRoot(parameters, balances, invariant + reach), $"{invariant}");
        }
    }

    [Fact]
    public void Balances_of_10_to_the_29_are_taken_and_one_unit_more_is_not()
    {
        UInt256 most = UInt256.Parse("100000000000000000000000000000");
        Assert.NotEqual(Revert.BalancesTooLarge, Clp3State.TryPrepare(Real, [most, most, most], out _));
        Assert.Equal(Revert.BalancesTooLarge, Clp3State.TryPrepare(Real, [most, most, UInt256.WrappingAdd(most, UInt256.One)], out _));
        Assert.Equal(Revert.ZeroDivision, Clp3State.TryPrepare(Real, [default, default, default], out _));
        Assert.Equal(Revert.TokenCountMismatch, Clp3State.TryPrepare(Real, [most, most], out _));
    }

    [Fact]
    public void Prices_and_amounts_at_the_ends()
    {
        Assert.Equal(Revert.None, Clp3State.TryPrepare(Real, Balances, out PreparedPool<Clp3State> state));
        UInt256 above = UInt256.WrappingAdd(Balances[1], UInt256.One);
        Assert.Equal(Revert.None, state.SwapExactOut(0, 1, Balances[1]).Revert);
        Assert.Equal(Revert.AssetBoundsExceeded, state.SwapExactOut(0, 1, above).Revert);
        Assert.Equal(UInt256.Parse("1000099739744644995"), state.MarginalPayout(0, 2).Amount);
        Assert.Equal(UInt256.Parse("2633561776660381911454560"), state.Invariant().Amount);
        StateLaws.AssertRefusesIndices(new Clp3Pool(Real), state, Balances);
        StateLaws.AssertAllocatesNothing(new Clp3Pool(Real), state, Balances, One);
        Fault fault = default;
        new Clp3Pool(Real).ComputeBalance(Balances, 0, One, ref fault);
        Assert.Equal(Revert.UnsupportedOperation, fault.ToRevert());
    }

    [Fact]
    public void A_root_of_one_is_refused()
    {
        Assert.Equal(Revert.SquareRootOfPriceOrder, Clp3Parameters.TryCreate(One, out Clp3Parameters? parameters));
        Assert.Null(parameters);
        Assert.Equal(Revert.None, Clp3Parameters.TryCreate(One - 1, out _));
        Assert.Contains($"root3Alpha is {One}", Assert.Throws<ArgumentException>(() => Clp3Parameters.Create(One)).Message, StringComparison.Ordinal);
    }

    private static Clp3Parameters Draw(Random random) => Clp3Parameters.Create(One - Big64(Amount(random, 13, 17.5)));

    private static ulong Big64(in UInt256 value) => value.Limb0;

    private static bool IsAtMostRoot(Clp3Parameters parameters, UInt256[] balances, BigInteger invariant)
    {
        BigInteger offset = invariant * Big(parameters.Root3Alpha), product = 1;
        foreach (UInt256 balance in balances)
        {
            product *= (Big(balance) * One) + offset;
        }

        return product >= BigInteger.Pow(invariant * One, 3);
    }

    private static void AssertEqualQuotes(Clp3Parameters parameters, UInt256[] balances, int tokenIn, int tokenOut, in UInt256 amount)
    {
        Revert prepared = Clp3State.TryPrepare(parameters, balances, out PreparedPool<Clp3State> state);
        StateLaws.AssertPreparedIsUnprepared(new Clp3Pool(parameters), prepared, state, balances, tokenIn, tokenOut, amount);
    }
}
