using System.Numerics;
using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>BoxRule on the PriceExcess of a surface with a numeraire, against exact prices of any size and against the float engine.</summary>
public sealed class BoxRuleTests(ITestOutputHelper output)
{
    private const int Bits = 400;
    private const double Margin = 1e-9;
    private const double Finest = 1.0 / (1L << 60);
    private static readonly UInt256 Supply = UInt256.One << 100;

    [Fact]
    public void Deposits_that_end_inside_are_accepted_and_those_beyond_refused_as_in_the_float_engine()
    {
        Random random = new(41);
        int accepted = 0, returning = 0, refused = 0;
        for (int number = 0; number < 48; number++)
        {
            DrawnSurface drawn = WithNumeraire(random, number);
            ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(drawn.Surface, out ExactPriceBox box);
            ExactSurface exact = new(parameters);
            for (int i = 0; i < 60; i++)
            {
                double[] balances = State(random, drawn);
                double[] deposit = Deposit(random, balances);
                if (!balances.All(balance => balance > 0) || !exact.IsState(Total(balances, deposit)) || !exact.IsState(Total(balances, new double[balances.Length])))
                {
                    continue;
                }

                double beyond = Beyond(exact, box, Integers(balances), Integers(deposit), out bool inside);
                Revert revert = Mint(parameters, box, Integers(balances), Integers(deposit));
                if (Math.Abs(beyond) > Margin)
                {
                    Assert.Equal(beyond > 0 ? Revert.OutsidePriceBox : Revert.None, revert);
                    QuoteStatus status = drawn.Surface.At(balances).Mint(deposit).Status;
                    Assert.Equal(beyond > 0 ? QuoteStatus.OutsidePriceBounds : QuoteStatus.Ok, status);
                    refused += beyond > 0 ? 1 : 0;
                    accepted += beyond < 0 && inside ? 1 : 0;
                    returning += beyond < 0 && !inside ? 1 : 0;
                }

                Assert.Equal(Revert.None, Mint(parameters, box, Integers(balances), Integers(balances)));
            }
        }

        output.WriteLine($"{accepted} inside, {returning} back towards it, {refused} beyond");
        Assert.True(accepted > 500 && returning > 20 && refused > 100, $"{accepted} inside, {returning} back towards it, {refused} beyond");
    }

    [Fact]
    public void The_largest_deposit_is_that_of_exact_prices_to_the_last_digits()
    {
        Random random = new(42);
        int borders = 0;
        for (int number = 0; number < 40; number++)
        {
            DrawnSurface drawn = WithNumeraire(random, 4 * number);
            ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(drawn.Surface, out ExactPriceBox own);
            ExactPriceBox box = Half(own);
            ExactSurface exact = new(parameters);
            BigInteger[] balances = Integers(drawn.Balances(1e24, [.. drawn.Lower.Select((low, i) => Math.Sqrt(Math.Sqrt(low * drawn.Upper[i])))]));
            if (Array.Exists(balances, balance => balance.Sign <= 0))
            {
                continue;
            }

            int asset = random.Next(2);
            BigInteger low = 0, high = BigInteger.One << 112;
            while (high - low > 1)
            {
                BigInteger middle = (low + high) / 2;
                Revert revert = Mint(parameters, box, balances, Only(asset, middle));
                (low, high) = revert == Revert.None ? (middle, high) : (low, middle);
            }

            Assert.True(Beyond(exact, box, balances, Only(asset, low), out _) <= 0, $"{drawn}: {low}");
            Assert.True(Beyond(exact, box, balances, Only(asset, high), out _) > -Finest, $"{drawn}: {high}");
            Assert.Equal(Revert.OutsidePriceBox, Mint(parameters, box, balances, Only(asset, high)));
            borders++;
        }

        Assert.True(borders > 30, $"only {borders} borders");
    }

    [Fact]
    public void An_eclp_takes_a_deposit_of_one_unit_and_of_any_ratio()
    {
        UInt256 one = 1_000_000_000_000_000_000, side = 707_106_781_186_547_524;
        ExactEllipsoidParameters parameters = EllipsoidDerivation.FromEclp(
            970_000_000_000_000_000, 1_030_000_000_000_000_000, side, side, UInt256.WrappingMultiply(50, one), out ExactPriceBox box);
        BigInteger[] balances = [BigInteger.Pow(10, 21), BigInteger.Pow(10, 21)];
        foreach (BigInteger amount in new[] { BigInteger.One, BigInteger.Pow(10, 9), BigInteger.Pow(10, 21), BigInteger.Pow(10, 25) })
        {
            Assert.Equal(Revert.None, Mint(parameters, box, balances, Only(0, amount)));
            Assert.Equal(Revert.None, Mint(parameters, box, balances, Only(1, amount)));
            Assert.Equal(Revert.None, Mint(parameters, box, balances, [amount, 3 * amount]));
        }
    }

    /// <summary>N 2 to 5, λ to 10⁴, one asset of bounds 1 and 1.</summary>
    private static DrawnSurface WithNumeraire(Random random, int number)
    {
        DrawnSurface drawn = DrawnSurfaces.Make(random, 2 + (number % 4), Math.Pow(10, 4 * random.NextDouble()), number % 2 == 0 ? "all" : "axis", number % 3 == 0);
        int numeraire = random.Next(drawn.Dimension);
        drawn.Lower[numeraire] = drawn.Upper[numeraire] = 1;
        return new($"{drawn} numeraire={numeraire}", drawn.Stretch, drawn.Angles, drawn.Lower, drawn.Upper);
    }

    /// <summary>Whole balances at prices in the box, or somewhat beyond it.</summary>
    private static double[] State(Random random, DrawnSurface drawn)
    {
        double reach = random.Next(2) == 0 ? 0 : 0.2 * random.NextDouble();
        double[] prices = [.. drawn.Prices(random).Select(price => price * (1 + (reach * ((2 * random.NextDouble()) - 1))))];
        return [.. drawn.Balances(Math.Pow(10, 18 + (12 * random.NextDouble())), prices).Select(Math.Floor)];
    }

    /// <summary>Whole amounts: one asset, or all of them.</summary>
    private static double[] Deposit(Random random, double[] balances)
    {
        int only = random.Next(3) == 0 ? -1 : random.Next(balances.Length);
        double part = Math.Pow(10, (7 * random.NextDouble()) - 6);
        return [.. balances.Select((balance, i) => only < 0 || i == only ? Math.Floor(balance * part * random.NextDouble()) + 1 : 0)];
    }

    /// <summary>Half as far from the numeraire on either side.</summary>
    private static ExactPriceBox Half(ExactPriceBox box)
    {
        UInt256 unit = UInt256.One << ExactPriceBox.UnitBits;
        return ExactPriceBox.Create(
            Array.ConvertAll(box.Lower.ToArray(), bound => UInt256.WrappingAdd(bound, unit) >> 1),
            Array.ConvertAll(box.Upper.ToArray(), bound => UInt256.WrappingAdd(bound, unit) >> 1));
    }

    /// <summary>χ′/max(1, χ) − 1 over the pairs of different assets, from exact prices.</summary>
    private static double Beyond(ExactSurface exact, ExactPriceBox box, BigInteger[] balances, BigInteger[] deposit, out bool beganInside)
    {
        BigInteger one = BigInteger.One << Bits;
        BigInteger before = Excess(exact, box, balances), after = Excess(exact, box, [.. balances.Zip(deposit, (balance, amount) => balance + amount)]);
        beganInside = before <= one;
        BigInteger limit = BigInteger.Max(one, before);
        return (double)(after - limit) / (double)limit;
    }

    private static BigInteger Excess(ExactSurface exact, ExactPriceBox box, BigInteger[] balances)
    {
        BigInteger[] prices = exact.Scaled(balances, Bits).Prices;
        BigInteger excess = 0;
        for (int i = 0; i < prices.Length; i++)
        {
            for (int j = 0; j < prices.Length; j++)
            {
                BigInteger pair = (prices[i] * Big.Of(box.Lower[j]) << Bits) / (prices[j] * Big.Of(box.Upper[i]));
                excess = i == j ? excess : BigInteger.Max(excess, pair);
            }
        }

        return excess;
    }

    private static Revert Mint(ExactEllipsoidParameters parameters, ExactPriceBox box, BigInteger[] balances, BigInteger[] deposit)
    {
        Fault fault = default;
        ExactEllipsoidMint.InBox(parameters, box, Array.ConvertAll(balances, Big.Unsigned), Array.ConvertAll(deposit, Big.Unsigned), Supply, ref fault);
        return fault.ToRevert();
    }

    private static BigInteger[] Only(int asset, BigInteger amount) => asset == 0 ? [amount, 0] : [0, amount];

    private static BigInteger[] Total(double[] balances, double[] deposit) => [.. balances.Zip(deposit, (balance, amount) => (BigInteger)balance + (BigInteger)amount)];

    private static BigInteger[] Integers(double[] values) => Array.ConvertAll(values, value => (BigInteger)value);
}
