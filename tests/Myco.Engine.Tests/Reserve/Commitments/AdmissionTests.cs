using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Tests.Reserve.Commitments;

/// <summary>Admission to a channel: CommitmentCheck by CommitmentCheck, on a ChannelAccount and a ContributorAccount with their PeriodCount.</summary>
public class AdmissionTests
{
    private static readonly ChannelParameters Limits = new() { Cooldown = 60, Period = 1_000, UnitsPerContributor = 10, UnitsInAll = 25, SupplyCap = 0.2 };

    [Fact]
    public void The_cap_is_met_exactly_after_the_mint()
    {
        Random random = new(41);
        for (int k = 0; k < 10_000; k++)
        {
            ChannelParameters limits = new() { SupplyCap = 0.999 * random.NextDouble() };
            double supply = Math.Pow(10, 12 * random.NextDouble()), counted = limits.SupplyCap * supply * random.NextDouble(), rate = Math.Pow(10, 4 * (random.NextDouble() - 0.5));
            ChannelAccount account = new(counted, 0, default, default);
            Admission admission = Admission.Of(limits, account, ContributorAccount.New, 1e30, rate, supply, 0, clip: true);
            double minted = admission.Units * rate;
            Assert.Equal(CommitmentCheck.SupplyCap, admission.Check);
            Assert.Equal(limits.SupplyCap * (supply + minted), counted + minted, 1e-12 * (supply + minted));
        }
    }

    [Fact]
    public void A_clipped_commitment_is_never_beyond_a_limit_and_an_unclipped_one_is_whole_or_nothing()
    {
        Random random = new(42);
        for (int k = 0; k < 20_000; k++)
        {
            ChannelAccount account = new(150 * random.NextDouble(), 60 * random.NextDouble(), default, new(0, 30 * random.NextDouble()));
            ContributorAccount contributor = new(0, new(0, 12 * random.NextDouble()), -1, 0);
            double units = 20 * random.NextDouble(), rate = 10 * random.NextDouble(), time = 200 * random.NextDouble();
            Admission clipped = Admission.Of(Limits, account, contributor, units, rate, 1_000, time, clip: true);
            Admission whole = Admission.Of(Limits, account, contributor, units, rate, 1_000, time, clip: false);
            Assert.True(whole.Units == 0 || (whole.Units == units && clipped.Units == units));
            Assert.True(whole.IsRefused == (whole.Check != CommitmentCheck.None) && clipped.Units >= 0 && clipped.Units <= units);
            if (clipped.Units > 0)
            {
                Assert.True(time >= 60 && contributor.Period.Units + clipped.Units <= 10 + 1e-12 && account.Period.Units + clipped.Units <= 25 + 1e-12);
                Assert.True(account.Counted + account.Reserved + (clipped.Units * rate) <= (0.2 * (1_000 + (clipped.Units * rate))) + 1e-9);
            }
        }
    }

    [Fact]
    public void A_new_period_begins_with_all_its_units()
    {
        ContributorAccount used = ContributorAccount.New.Commit(Limits, 10, 999);
        ChannelAccount account = default;
        Assert.Equal(CommitmentCheck.Cooldown, Admission.Of(Limits, account, used, 1, 0, 1, 1_000, clip: true).Check);
        Assert.Equal(10, Admission.Of(Limits with { Cooldown = 0 }, account, used, 10, 0, 1, 1_000, clip: false).Units);
        Assert.Equal(CommitmentCheck.ContributorRate, Admission.Of(Limits with { Cooldown = 0 }, account, used, 1, 0, 1, 999.5, clip: true).Check);
    }

    [Fact]
    public void A_redemption_scales_what_is_counted_so_that_the_cap_holds()
    {
        ChannelAccount account = new(200, 0, default, default);
        Assert.Equal(100, account.Shrink(0.5).Counted);
        Assert.Equal(0, account.Shrink(0.5).Room(Limits, 500));
    }
}
