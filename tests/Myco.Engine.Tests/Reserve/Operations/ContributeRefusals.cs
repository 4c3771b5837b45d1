using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a claim for work.</summary>
internal static class ContributeRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Words(), .. Limits()];

    private static ContributeOperation Usual { get; } = Work(new("ada", "code", 20, 0, 1, "council"));

    private static IEnumerable<RefusalCase> Words()
    {
        SystemState state = RefusalCase.After(Systems.Four, Usual);
        (string Why, Attestation Word, string Words)[] words =
        [
            ("no contributor", Usual.Attestation with { Contributor = "" }, "1 to 64"),
            ("an attester's name too long", Usual.Attestation with { Attester = new('x', 65) }, "1 to 64"),
            ("no units", Usual.Attestation with { Units = 0 }, "0 units"),
            ("units without end", Usual.Attestation with { Units = double.PositiveInfinity }, "Infinity units"),
            ("a type of work that there is not", Usual.Attestation with { Type = "dance" }, "'dance' is no type"),
            ("work of the future", Usual.Attestation with { Time = 1, Serial = 2 }, "of time 1, and now is 0"),
            ("work before all time", Usual.Attestation with { Time = double.NegativeInfinity, Serial = 2 }, "of time -Infinity"),
            ("a word used already", Usual.Attestation, "its serial 1 is not above 1"),
            ("a word of nobody that is believed", Usual.Attestation with { Attester = "nobody", Serial = 2 }, "genuine"),
            ("a word for oneself", new("council", "code", 20, 0, 1, "council"), "genuine"),
        ];
        foreach ((string why, Attestation word, string said) in words)
        {
            yield return new(SystemCheck.Attestation, why, state, Work(word), Words: said);
        }
    }

    private static IEnumerable<RefusalCase> Limits()
    {
        ContributeOperation next = Work(Usual.Attestation with { Serial = 2 }), other = Work(Usual.Attestation with { Contributor = "bob" });
        yield return new(SystemCheck.NoReserve, "an empty reserve", Engine.Reserve.MycoSystem.Create(Systems.Four), Usual);
        yield return new(SystemCheck.NoReserve, "a supply that nothing backs", RefusalCase.Unbacked(5), Usual, 5);
        yield return new(SystemCheck.Cooldown, "a second claim at once", RefusalCase.After(With(new() { Cooldown = 60 }), Usual), next, 0, 60);
        yield return new(SystemCheck.ContributorRate, "more than one may claim", RefusalCase.After(With(new() { UnitsPerContributor = 30 }), Usual), next, 20, 10);
        yield return new(SystemCheck.ChannelRate, "more than all may claim", RefusalCase.After(With(new() { UnitsInAll = 30 }), Usual), other, 20, 10);
        SystemState capped = Systems.Started(With(new() { SupplyCap = 1e-6 }));
        yield return new(SystemCheck.SupplyCap, "more than the channel's part of the supply", capped, Usual, 20, 1e-6 * capped.Supply / (1 - 1e-6) / 10);
        yield return new(SystemCheck.LedgerFull, "one more than the books hold", RefusalCase.After(Systems.Four with { ContributorLimit = 1 }, Usual), other, 1);
        SystemState state = Systems.Started();
        yield return new(SystemCheck.Limit, "fewer tokens than asked", state, Usual with { LeastMinted = 201 }, 200, 201);
        yield return new(SystemCheck.NothingToDo, "work so old that nothing is left of it", state, Work(Usual.Attestation with { Time = -1e12 }));
        SystemState unpaid = Systems.Started(Systems.Four with { Labor = new() { TokensPerUnit = new Dictionary<string, double> { ["code"] = 0 } } });
        yield return new(SystemCheck.NothingToDo, "work that mints nothing", unpaid, Usual);
    }

    private static ContributeOperation Work(Attestation word) => new() { Attestation = word };

    private static SystemParameters With(ChannelParameters channel) => Systems.Four with { Labor = Systems.Four.Labor with { Channel = channel } };
}
