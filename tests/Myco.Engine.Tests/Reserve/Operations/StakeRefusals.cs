using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a lock, and its end.</summary>
internal static class StakeRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Numbers(), .. Limits(), .. Ends()];

    private static StakeOperation Usual { get; } = new() { Contributor = "ada", Tokens = 1_000, Duration = StakingParameters.Year };

    private static IEnumerable<RefusalCase> Numbers()
    {
        SystemState state = RefusalCase.After(RefusalCase.Free, Usual);
        foreach (double tokens in (double[])[0, -5, double.NaN, double.PositiveInfinity])
        {
            yield return new(SystemCheck.InvalidAmount, $"{tokens} tokens", state, Usual with { Tokens = tokens }, tokens, Words: "locks");
        }

        yield return new(SystemCheck.InvalidAmount, "no name", state, Usual with { Contributor = "" }, 1_000, Words: "1 to 64");
        StakingParameters staking = state.Parameters.Staking;
        double tooShort = Math.BitDecrement(staking.ShortestLock), tooLong = Math.BitIncrement(staking.LongestLock);
        yield return new(SystemCheck.LockDuration, "too short", state, Usual with { Duration = tooShort }, tooShort, staking.ShortestLock);
        yield return new(SystemCheck.LockDuration, "too long", state, Usual with { Duration = tooLong }, tooLong, staking.LongestLock);
        yield return new(SystemCheck.LockDuration, "no number", state, Usual with { Duration = double.NaN }, double.NaN, staking.LongestLock);
        double beyond = Math.BitIncrement(state.Supply - 1_000);
        yield return new(SystemCheck.NotEnoughSupply, "tokens that are locked", state, Usual with { Tokens = beyond }, beyond, state.Supply - 1_000);
    }

    private static IEnumerable<RefusalCase> Limits()
    {
        yield return new(SystemCheck.Cooldown, "a second lock at once", RefusalCase.After(With(new() { Cooldown = 60 }), Usual), Usual, 0, 60);
        yield return new(SystemCheck.ContributorRate, "more than one may lock", Systems.Started(With(new() { UnitsPerContributor = 900 })), Usual, 1_000, 900);
        yield return new(SystemCheck.ChannelRate, "more than all may lock", RefusalCase.After(With(new() { UnitsInAll = 1_900 }), Usual), Usual with { Contributor = "bob" }, 1_000, 900);
        SystemState capped = Systems.Started(With(new() { SupplyCap = 1e-6 }));
        yield return new(SystemCheck.SupplyCap, "a bonus above the channel's part of the supply", capped, Usual, 1_000, 1e-6 * capped.Supply / (1 - 1e-6) / 0.06);
        SystemState full = RefusalCase.After(RefusalCase.Free with { StakeLimit = 1 }, Usual);
        yield return new(SystemCheck.LedgerFull, "one stake more than the books hold", full, Usual, 1, 1);
        SystemState known = RefusalCase.After(RefusalCase.Free with { ContributorLimit = 1, StakeLimit = 9 }, Usual);
        yield return new(SystemCheck.LedgerFull, "one contributor more than the books hold", known, Usual with { Contributor = "bob" }, 1, 9);
    }

    private static IEnumerable<RefusalCase> Ends()
    {
        SystemState state = RefusalCase.After(RefusalCase.Free, Usual);
        yield return new(SystemCheck.UnknownStake, "a number that there is not", state, new UnstakeOperation { Contributor = "ada", Stake = 1 }, 1, Words: "'ada' has no stake 1");
        yield return new(SystemCheck.UnknownStake, "the stake of another", state, new UnstakeOperation { Contributor = "bob", Stake = 0 }, 0, Words: "'bob' has no stake 0");
        SystemState left = RefusalCase.After(RefusalCase.Free, Usual, new UnstakeOperation { Contributor = "ada", Stake = 0 });
        yield return new(SystemCheck.UnknownStake, "a stake that has ended", left, new UnstakeOperation { Contributor = "ada", Stake = 0 }, 0, Words: "'ada' has no stake 0");
    }

    private static SystemParameters With(ChannelParameters channel) => RefusalCase.Free with { Staking = new() { Channel = channel } };
}
