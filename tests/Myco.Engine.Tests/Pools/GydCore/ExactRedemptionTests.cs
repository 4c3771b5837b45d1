using Myco.Engine.Pools;
using Myco.Engine.Pools.GydCore;
using Myco.Engine.Reserve.Redemption;
using Myco.Engine.Tests.Reserve;
using Myco.Engine.Tests.Reserve.Redemption;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.GydCore;

/// <summary>gyd-core's ExactRedemption on its ExactRedemptionCurve, in each of ExactRedemptionRegions: against the binary64 one, its laws to its own rounding, what ExactRedemptionParameters refuse.</summary>
public sealed class ExactRedemptionTests
{
    // What 18 decimals and a power instead of a root cost the contract, in parts of the anchor supply.
    private const double TwinRounding = 3e-9;

    private static readonly (ExactRedemptionParameters Exact, RedemptionParameters Binary64)[] Sets =
    [
        Both(1.0, 0.3, 0.6), Both(2.0, 0.5, 0.8), Both(0.5, 0.1, 0.3), Both(0.8, 0.9, 0.05), Both(5, 0.4, 0.2), Both(0.3, 0.0, 0.7),
    ];

    [Fact]
    public void The_binary64_payout_is_the_contracts_but_for_the_contracts_rounding()
    {
        Random random = new(31);
        double worst = 0;
        int compared = 0;
        for (int round = 0; round < 20_000; round++)
        {
            (ExactRedemptionParameters exact, RedemptionParameters binary64) = Sets[random.Next(Sets.Length)];
            (RedemptionState state, ExactRedemptionState twin) = Draw(random, binary64.FloorRate);
            double amount = Rounded(state.Supply * random.NextDouble());
            ExactQuote quote = ExactRedemption.Quote(twin, exact, BigNumbers.Decimal18(amount).ToUInt256(), UInt256.Zero);
            if (!quote.IsOk)
            {
                continue;
            }

            double payout = Redemptions.Quote(binary64, state, amount).Payout;
            worst = Math.Max(worst, Math.Abs(payout - ((double)quote.Amount.ToBig() / 1e18)) / state.AnchorSupply);
            compared++;
        }

        Assert.True(compared > 19_500, $"{compared} compared");
        Assert.True(worst is > 1e-18 and <= TwinRounding, $"the worst difference is {worst:G3} of the anchor supply");
    }

    [Fact]
    public void The_regions_are_those_of_the_binary64_curve_but_within_rounding_of_a_border()
    {
        Random random = new(32);
        int different = 0;
        int[] seen = new int[7];
        for (int round = 0; round < 20_000; round++)
        {
            (ExactRedemptionParameters exact, RedemptionParameters binary64) = Sets[random.Next(Sets.Length)];
            (RedemptionState state, ExactRedemptionState _) = Draw(random, binary64.FloorRate);
            double anchor = state.AnchorSupply;
            ExactRedemptionState normalised = new(
                BigNumbers.Decimal18(state.Level / anchor).ToUInt256(), BigNumbers.Decimal18(state.Reserve / anchor).ToUInt256(), BigNumbers.Decimal18(state.Supply / anchor).ToUInt256());
            Fault fault = default;
            RedemptionRegion region = ExactRedemptionRegions.Find(normalised, exact, ref fault);
            Assert.False(fault.IsRaised);
            different += region == RedemptionRegions.Find(binary64, state) ? 0 : 1;
            seen[(int)region]++;
        }

        Assert.True(different <= 20, $"{different} different");
        Assert.All(seen, count => Assert.True(count > 100, $"states by region: {string.Join(' ', seen)}"));
    }

    [Fact]
    public void A_payout_is_at_most_the_amount_the_supply_and_the_reserve()
    {
        Random random = new(33);
        for (int round = 0; round < 5000; round++)
        {
            (ExactRedemptionParameters exact, RedemptionParameters binary64) = Sets[random.Next(Sets.Length)];
            (RedemptionState state, ExactRedemptionState twin) = Draw(random, binary64.FloorRate);
            UInt256 amount = BigNumbers.Decimal18(Rounded(state.Supply * random.NextDouble())).ToUInt256();
            UInt256 payout = ExactRedemption.Quote(twin, exact, amount, UInt256.Zero).Amount;
            Assert.True(payout <= amount && payout <= twin.Supply && payout <= twin.Reserve);
        }
    }

    [Fact]
    public void Nothing_redeemed_is_nothing_paid_and_more_than_the_supply_is_refused()
    {
        (ExactRedemptionParameters exact, _) = Sets[0];
        UInt256 one = Decimal18.One;
        ExactRedemptionState state = new(UInt256.Zero, UInt256.WrappingMultiply(80, one), UInt256.WrappingMultiply(100, one));
        Assert.Equal(UInt256.Zero, ExactRedemption.Quote(state, exact, UInt256.Zero, UInt256.Zero).Amount);
        ExactQuote beyond = ExactRedemption.Quote(state, exact, UInt256.WrappingAdd(state.Supply, 1), UInt256.Zero);
        Assert.Equal(Revert.SubtractionOverflow, beyond.Revert);
        Assert.Equal(UInt256.Zero, beyond.Amount);
    }

    [Fact]
    public void The_redeem_discount_jumps_at_twice_itself()
    {
        Fault fault = default;
        UInt256 tenth = 100_000_000_000_000_000UL;
        Assert.Equal((UInt256)20, ExactRedemption.DiscountedReserve(20, 100, tenth, ref fault));
        Assert.Equal((UInt256)11, ExactRedemption.DiscountedReserve(21, 100, tenth, ref fault));
        Assert.Equal((UInt256)100, ExactRedemption.DiscountedReserve(500, 100, tenth, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void Garbage_is_refused_or_paid_and_never_thrown_at()
    {
        Random random = new(34);
        int refused = 0;
        for (int round = 0; round < 5000; round++)
        {
            ExactRedemptionParameters parameters = random.Next(2) == 0
                ? Sets[random.Next(Sets.Length)].Exact
                : new((ulong)random.NextInt64() >> random.Next(64), (ulong)random.NextInt64() >> random.Next(64), (ulong)random.NextInt64() >> random.Next(64), 1);
            ExactRedemptionState state = new(BigNumbers.Garbage(random), BigNumbers.Garbage(random), BigNumbers.Garbage(random));
            ExactQuote quote = ExactRedemption.Quote(state, parameters, BigNumbers.Garbage(random), BigNumbers.Garbage(random));
            refused += quote.IsOk ? 0 : 1;
            Assert.True(quote.IsOk || quote.Amount.IsZero);
        }

        Assert.InRange(refused, 1, 4999);
    }

    [Fact]
    public void A_quote_allocates_nothing()
    {
        ExactRedemptionParameters exact = Sets[0].Exact;
        UInt256 one = Decimal18.One;
        ExactRedemptionState state = new(UInt256.WrappingMultiply(40, one), UInt256.WrappingMultiply(48, one), UInt256.WrappingMultiply(60, one));
        AllocationAssert.None(() => _ = ExactRedemption.Quote(state, exact, one, UInt256.Zero));
    }

    private static (ExactRedemptionParameters Exact, RedemptionParameters Binary64) Both(double curvature, double threshold, double floorRate) =>
        (new((ulong)BigNumbers.Decimal18(curvature), (ulong)BigNumbers.Decimal18(threshold), (ulong)BigNumbers.Decimal18(floorRate), 1), new(curvature, threshold, floorRate, 0.5));

    /// <summary>A state from level 0.001 to 0.999 of the anchor and from 0.1 % above the floor to 0.1 % below par.</summary>
    private static (RedemptionState State, ExactRedemptionState Twin) Draw(Random random, double floorRate)
    {
        double anchor = Math.Pow(10, 3 + (6 * random.NextDouble())), level = 0.001 + (0.998 * random.NextDouble());
        double backing = floorRate + ((1 - floorRate) * (0.001 + (0.998 * random.NextDouble())));
        RedemptionState state = new(Rounded(anchor * level), Rounded(anchor * (1 - level) * backing), Rounded(anchor * (1 - level)));
        return (state, new(BigNumbers.Decimal18(state.Level).ToUInt256(), BigNumbers.Decimal18(state.Reserve).ToUInt256(), BigNumbers.Decimal18(state.Supply).ToUInt256()));
    }

    // Multiples of 2⁻¹⁸ have 18 decimals exactly.
    private static double Rounded(double value) => Math.ScaleB(Math.Floor(Math.ScaleB(value, 18)), -18);
}
