using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a month of a subscription.</summary>
internal static class SubscribeRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Numbers(), .. Limits(), .. Vaults()];

    private static SubscribeOperation Usual { get; } = new() { Contributor = "bob", Tier = "Patron", Vault = 1 };

    private static SubscribeOperation Whale { get; } = Usual with { Tier = "Whale" };

    private static IEnumerable<RefusalCase> Numbers()
    {
        SystemState state = Systems.Started();
        yield return new(SystemCheck.UnknownTier, "a tier that there is not", state, Usual with { Tier = "Prince" }, Words: "tier 'Prince'");
        yield return new(SystemCheck.UnknownTier, "no name", state, Usual with { Contributor = "" }, Words: "1 to 64");
        yield return new(SystemCheck.UnknownTier, "a name too long", state, Usual with { Contributor = new('x', 65) }, Words: "1 to 64");
        yield return new(SystemCheck.UnknownVault, "a vault below the first", state, Usual with { Vault = -1 }, -1, 3);
        yield return new(SystemCheck.UnknownVault, "a vault beyond the last", state, Usual with { Vault = 4 }, 4, 3);
        yield return new(SystemCheck.NoReserve, "an empty reserve", Engine.Reserve.MycoSystem.Create(Systems.Four), Usual);
        yield return new(SystemCheck.NoReserve, "a supply that nothing backs", RefusalCase.Unbacked(5), Usual, 5);
        double minted = RefusalCase.Quoted(state, Usual).Minted;
        yield return new(SystemCheck.Limit, "fewer tokens than asked", state, Usual with { LeastMinted = minted + 1 }, minted, minted + 1);
        SystemState dry = Systems.Started(With(new() { UnitsInAll = double.Epsilon }, 0.3));
        yield return new(SystemCheck.NothingToDo, "a clipped payment too small to mint", dry, Usual with { Clip = true });
    }

    private static IEnumerable<RefusalCase> Limits()
    {
        SystemState paid = RefusalCase.After(Systems.Four, Usual);
        double cooldown = paid.Parameters.Subscription.Channel.Cooldown;
        yield return new(SystemCheck.Cooldown, "a second payment at once", paid, Usual, 0, cooldown);
        yield return new(SystemCheck.ContributorRate, "more than one may pay", Systems.Started(With(new() { UnitsPerContributor = 150 })), Usual, 200, 150);
        yield return new(SystemCheck.ChannelRate, "more than all may pay", Systems.Started(With(new() { UnitsInAll = 150 })), Usual, 200, 150);
        SystemState used = RefusalCase.After(With(new() { UnitsInAll = 200 }), Usual);
        yield return new(SystemCheck.ChannelRate, "nothing left to clip to", used, Usual with { Contributor = "ada", Clip = true }, 200, 0);
        SystemState capped = Systems.Started(With(new() { SupplyCap = 1e-6 }));
        double room = 1e-6 * capped.Supply / (1 - 1e-6), perValue = RefusalCase.Quoted(Systems.Started(), Usual).Minted / 200;
        yield return new(SystemCheck.SupplyCap, "more than the channel's part of the supply", capped, Usual, 200, room / perValue);
        SystemState full = RefusalCase.After(Systems.Four with { ContributorLimit = 1 }, Usual);
        yield return new(SystemCheck.LedgerFull, "one more than the books hold", full, Usual with { Contributor = "ada" }, 1);
    }

    private static IEnumerable<RefusalCase> Vaults()
    {
        SystemState poor = RefusalCase.After(VaultRefusals.Priced(1, 0.9), VaultRefusals.Prices(1, 0.8));
        yield return new(SystemCheck.PriceTooSmall, "a vault below its minimum price", poor, Usual, 0.8, 0.9, 1);
        SystemState below = RefusalCase.After(Systems.Four, VaultRefusals.Prices(1, 0.97));
        yield return new(SystemCheck.OffPeg, "a stable below its floor gains weight", below, Usual, 0.97, 0.98, 1);
        SystemState state = Systems.Started(VaultRefusals.Paying(Systems.Backed(1), 200_000));
        yield return new(SystemCheck.WeightBand, "a weight above its band", state, Whale, VaultRefusals.Weight(state, 1, 200_000), 1.2 * state.Parameters.TargetWeights[1], 1);
        SystemState huge = Systems.Started(VaultRefusals.Paying(RefusalCase.Free, 1e9));
        yield return new(SystemCheck.OffSurface, "one vault beyond all others", huge, Whale, Words: "move");
        double half = 0.5 * RefusalCase.ValueOf(huge, 1);
        SystemState flowing = RefusalCase.After(VaultRefusals.Paying(VaultRefusals.Flowing, 1.2 * half), VaultRefusals.Second);
        yield return new(SystemCheck.TrancheFlow, "more than the threshold of a vault", flowing, Whale, 1.2 * half, half, 1);
        SystemState closed = RefusalCase.After(VaultRefusals.Paying(VaultRefusals.Flowing, 0.6 * half), VaultRefusals.Second, Whale);
        yield return new(SystemCheck.SafetyMode, "a direction that was closed", closed, Whale with { Contributor = "ada" }, 1, 3_601, 1);
    }

    private static SystemParameters With(ChannelParameters channel, double tokensPerValue = 1) =>
        Systems.Four with { Subscription = new() { Channel = channel, Tiers = [new("Patron", 200, tokensPerValue)] } };
}
