using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a redemption. The withdrawal split takes no weight away from its target, so that the band refuses only where roundings are left.</summary>
internal static class RedeemRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Numbers(), .. Vaults(), Rest(SystemCheck.NoReserve), Rest(SystemCheck.WeightBand)];

    private static IEnumerable<RefusalCase> Numbers()
    {
        SystemState state = RefusalCase.After(RefusalCase.Free, new StakeOperation { Contributor = "ada", Tokens = 1_000, Duration = 1e6 });
        foreach (double tokens in (double[])[0, -5, double.NaN, double.PositiveInfinity])
        {
            yield return new(SystemCheck.InvalidAmount, $"{tokens} tokens", state, new RedeemOperation { Tokens = tokens }, tokens);
        }

        double beyond = Math.BitIncrement(state.Supply - 1_000);
        yield return new(SystemCheck.NotEnoughSupply, "tokens that are locked", state, new RedeemOperation { Tokens = beyond }, beyond, state.Supply - 1_000);
        yield return new(SystemCheck.NoReserve, "a supply that nothing backs", RefusalCase.Unbacked(5), new RedeemOperation { Tokens = 1 });
        double paid = RefusalCase.Quoted(state, new RedeemOperation { Tokens = 100 }).Value;
        yield return new(SystemCheck.Limit, "less than asked", state, new RedeemOperation { Tokens = 100, LeastPayout = 101 }, paid, 101);
        yield return new(SystemCheck.Limit, "a limit that is no number", state, new RedeemOperation { Tokens = 100, LeastPayout = double.NaN }, paid, double.NaN);
        yield return new(SystemCheck.NothingToDo, "tokens too few to be paid", state, new RedeemOperation { Tokens = double.Epsilon });
    }

    private static IEnumerable<RefusalCase> Vaults()
    {
        RedeemOperation some = new() { Tokens = 1_000 }, most = new() { Tokens = 600_000 };
        SystemState poor = RefusalCase.After(VaultRefusals.Priced(1, 0.9), VaultRefusals.Prices(1, 0.8));
        yield return new(SystemCheck.PriceTooSmall, "a vault below its minimum price", poor, some, 0.8, 0.9, 1);
        SystemState flowing = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second);
        yield return new(SystemCheck.TrancheFlow, "more than the threshold of a vault", flowing, most, 0.6 * RefusalCase.ValueOf(flowing, 0), 0.5 * RefusalCase.ValueOf(flowing, 0), 0);
        SystemState closed = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second, new RedeemOperation { Tokens = 300_000 });
        yield return new(SystemCheck.SafetyMode, "a direction that was closed", closed, some, 1, 3_601, 0);
        SystemState led = RefusalCase.After(RefusalCase.Free, new ChangeParametersOperation { Parameters = RefusalCase.Free with { TargetWeights = [0.1, 0.1, 0.7, 0.1] } });
        yield return new(SystemCheck.OffSurface, "weights that lie beyond the surface", led, new RedeemOperation { Tokens = 0.9 * led.Supply }, Words: "move");
    }

    /// <summary>All but the last place of the supply: what is left of the vaults is nothing at all, or roundings in any proportion. Which of both, the supply's digits decide.</summary>
    private static RefusalCase Rest(SystemCheck check)
    {
        foreach (int k in Enumerable.Range(0, 1_000))
        {
            double ratio = 0.5 + (1e-4 * k);
            SystemState state = Systems.Started(Systems.Backed(ratio)), free = Systems.Started(Systems.Backed(ratio) with { Band = RefusalCase.Free.Band });
            RedeemOperation rest = new() { Tokens = Math.BitDecrement(state.Supply) };
            SystemReceipt receipt = new(4);
            SystemRefusal refusal = Systems.Checking.Quote(state, rest, receipt);
            if (refusal.Check == check && check == SystemCheck.NoReserve)
            {
                return new(check, "a last token that nothing would back", state, rest, state.Supply - rest.Tokens, Words: "would be left without a reserve");
            }

            if (refusal.Check == check)
            {
                double[] left = [.. Enumerable.Range(0, 4).Select(i => (state.Amounts[i] + receipt.VaultAmounts[i]) * state.Prices[i])];
                double weight = left[refusal.Vault] / left.Sum(), target = state.Parameters.TargetWeights[refusal.Vault];
                Assert.False(Systems.Checking.Quote(free, rest, receipt).IsRefused);
                return new(check, "roundings that are left beside their targets", state, rest, weight, target * (weight > target ? 1.2 : 0.8), refusal.Vault);
            }
        }

        throw new InvalidOperationException($"no supply was found of which all but the last place is refused by {check}");
    }
}
