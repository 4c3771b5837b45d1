using System.Numerics;
using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Laws of ExactEllipsoidPool: nothing is free by ExactEllipsoidSwap, ExactEllipsoidMint or ExactEllipsoidSingle, more in gives more out, zero is refused, the box holds, garbage never throws.</summary>
public sealed class ExactEllipsoidPoolTests
{
    private static readonly UInt256 Supply = UInt256.One << 90;

    [Fact]
    public void There_and_back_gains_nothing_and_more_in_gives_no_less_out()
    {
        Random random = new(21);
        int rounds = 0;
        for (int i = 0; i < 3000; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            UInt256[] balances = Array.ConvertAll(surface.State(random), Big.Unsigned);
            UInt256 amount = Big.Unsigned(Amounts.UpTo(random, Big.Of(balances[0])));
            Fault fault = default;
            UInt256 paid = ExactEllipsoidSwap.ExactIn(surface.Parameters, balances, 0, 1, amount, ref fault);
            UInt256 more = ExactEllipsoidSwap.ExactIn(surface.Parameters, balances, 0, 1, UInt256.WrappingAdd(amount, 1), ref fault);
            if (fault.IsRaised || paid.IsZero)
            {
                continue;
            }

            Assert.True(more >= paid);
            balances[0] = UInt256.WrappingAdd(balances[0], amount);
            balances[1] = UInt256.WrappingSubtract(balances[1], paid);
            UInt256 back = ExactEllipsoidSwap.ExactIn(surface.Parameters, balances, 1, 0, paid, ref fault);
            if (!fault.IsRaised)
            {
                Assert.True(back <= amount, $"{surface}: {amount} came back as {back}");
                rounds++;
            }
        }

        Assert.True(rounds > 500, $"only {rounds} round trips");
    }

    [Fact]
    public void A_mint_burnt_again_gains_nothing()
    {
        Random random = new(22);
        int rounds = 0;
        for (int i = 0; i < 2000; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            UInt256[] balances = Array.ConvertAll(surface.State(random), Big.Unsigned);
            UInt256 shares = Big.Unsigned(Amounts.UpTo(random, Big.Of(Supply)));
            Fault fault = default;
            UInt256 paid = ExactEllipsoidSingle.Deposit(surface.Parameters, balances, 0, shares, Supply, ref fault);
            UInt256[] deposit = new UInt256[balances.Length];
            deposit[0] = paid;
            UInt256 minted = ExactEllipsoidMint.Dense(surface.Parameters, balances, deposit, Supply, ref fault);
            balances[0] = UInt256.WrappingAdd(balances[0], paid);
            UInt256 back = ExactEllipsoidSingle.Burn(surface.Parameters, balances, 0, shares, UInt256.WrappingAdd(Supply, shares), ref fault);
            if (!fault.IsRaised)
            {
                Assert.True(UInt256.WrappingAdd(minted, 1) >= shares || paid < (UInt256)1_000_000, $"{surface}: {shares} wanted, {minted} minted for {paid}");
                Assert.True(back <= paid, $"{surface}: {paid} came back as {back}");
                rounds++;
            }
        }

        Assert.True(rounds > 500, $"only {rounds} round trips");
    }

    [Fact]
    public void An_amount_of_zero_is_refused_last()
    {
        (ExactEllipsoidPool pool, UInt256[] balances) = Some();
        Fault fault = default;
        pool.BurnSingle(balances, 0, 1, UInt256.MaxValue, ref fault);
        Assert.Equal(Revert.AmountOutZero, fault.ToRevert());
        fault = default;
        pool.Mint(balances, [1, 1], 1, ref fault);
        Assert.Equal(Revert.AmountOutZero, fault.ToRevert());
        fault = default;
        pool.Mint(balances, [UInt256.One << 113, 0], 1, ref fault);
        Assert.Equal(Revert.InvalidArgument, fault.ToRevert());
    }

    [Fact]
    public void A_deposit_far_out_of_the_box_is_refused_and_a_proportional_one_never()
    {
        (ExactEllipsoidPool pool, UInt256[] balances) = Some("0.99", "1.01");
        Fault fault = default;
        Assert.False(pool.DepositSingle(balances, 0, Supply >> 20, Supply, ref fault).IsZero);
        Assert.Equal(Revert.None, fault.ToRevert());
        pool.DepositSingle(balances, 0, Supply, Supply, ref fault);
        Assert.Equal(Revert.OutsidePriceBox, fault.ToRevert());
        fault = default;
        Assert.False(pool.Mint(balances, balances, Supply, ref fault).IsZero);
        Assert.Equal(Revert.None, fault.ToRevert());
    }

    [Fact]
    public void The_vault_sees_an_invariant_and_the_balance_for_another_one()
    {
        (ExactEllipsoidPool pool, UInt256[] balances) = Some();
        Fault fault = default;
        UInt256 down = pool.ComputeInvariant(balances, Rounding.Down, ref fault), up = pool.ComputeInvariant(balances, Rounding.Up, ref fault);
        Assert.True(down < up);
        Assert.Equal(balances[1], pool.ComputeBalance(balances, 1, 1_000_000_000_000_000_000, ref fault));
        foreach (ulong ratio in new[] { 999_000_000_000_000_000UL, 1_001_000_000_000_000_000UL })
        {
            UInt256[] moved = [.. balances];
            moved[1] = pool.ComputeBalance(balances, 1, ratio, ref fault);
            BigInteger wanted = Big.Of(down) * ratio / BigInteger.Pow(10, 18);
            Assert.InRange(Big.Of(pool.ComputeInvariant(moved, Rounding.Down, ref fault)) - wanted, -2, 2 + (wanted / BigInteger.Pow(10, 15)));
        }

        Assert.False(fault.IsRaised);
        pool.ComputeBalance(balances, 2, 5, ref fault);
        Assert.Equal(Revert.InvalidArgument, fault.ToRevert());
    }

    [Fact]
    public void Garbage_never_throws()
    {
        Random random = new(23);
        HashSet<Revert> seen = [];
        for (int i = 0; i < 20_000; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            UInt256[] balances = random.Next(2) == 0
                ? Array.ConvertAll(surface.State(random), Big.Unsigned)
                : [.. Enumerable.Range(0, random.Next(8) == 0 ? random.Next(10) : surface.Parameters.Count).Select(_ => Word(random) >> random.Next(256))];
            UInt256[] deposit = [.. Enumerable.Range(0, surface.Parameters.Count).Select(_ => Word(random) >> random.Next(256))];
            UInt256 amount = Word(random) >> random.Next(256), supply = Word(random) >> random.Next(256);
            int first = random.Next(-1, 9), second = random.Next(-1, 9);
            Fault fault = default;
            UInt256 amountOut = random.Next(6) switch
            {
                0 => ExactEllipsoidSwap.ExactIn(surface.Parameters, balances, first, second, amount, ref fault),
                1 => ExactEllipsoidSwap.ExactOut(surface.Parameters, balances, first, second, amount, ref fault),
                2 => ExactEllipsoidMint.Dense(surface.Parameters, balances, deposit, supply, ref fault),
                3 => ExactEllipsoidSingle.Deposit(surface.Parameters, balances, first, amount, supply, ref fault),
                4 => ExactEllipsoidMarginalPayout.Compute(surface.Parameters, balances, first, second, ref fault),
                _ => ExactEllipsoidSingle.Burn(surface.Parameters, balances, first, amount, supply, ref fault),
            };
            Assert.True(!fault.IsRaised || amountOut.IsZero);
            seen.Add(fault.ToRevert());
        }

        HashSet<Revert> known =
        [
            Revert.None, Revert.InvalidArgument, Revert.BalanceTooLarge, Revert.OutsideSurface, Revert.AmountOverflow, Revert.TradeLimit, Revert.PriceLimit,
            Revert.BalanceExhausted,
        ];
        Assert.Subset(known, seen);
        Assert.True(seen.Count >= 7, string.Join(' ', seen));
    }

    /// <summary>An E-CLP from 0.97 to 1.03, which balances cannot leave, held to a box that they can.</summary>
    private static (ExactEllipsoidPool Pool, UInt256[] Balances) Some(string lower = "0.97", string upper = "1.03")
    {
        ExactEllipsoidParameters parameters = EllipsoidDerivation.FromEclp(
            Decimal("0.97"), Decimal("1.03"), Decimal("0.707106781186547524"), Decimal("0.707106781186547524"), Decimal("50"), out _);
        ExactPriceBox box = ExactPriceBox.Create([Decimal(lower), Decimal("1")], [Decimal(upper), Decimal("1")]);
        UInt256[] balances = [UInt256.Parse("1000000000000000000000"), UInt256.Parse("1000000000000000000000")];
        return (new(parameters, box), balances);
    }

    private static UInt256 Decimal(string text) => UInt256.Parse(((BigInteger)(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * 1_000_000_000_000_000_000m)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static UInt256 Word(Random random) => new((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1);
}
