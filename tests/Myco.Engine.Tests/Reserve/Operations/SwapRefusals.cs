using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a swap of the reserve.</summary>
internal static class SwapRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Numbers(), .. Results(), .. Vaults(), LastPlace()];

    private static ReserveSwapOperation Usual { get; } = new() { VaultIn = 0, VaultOut = 1, Amount = 1_000 };

    private static IEnumerable<RefusalCase> Numbers()
    {
        SystemState state = Systems.Started();
        foreach ((int vaultIn, int vaultOut) in ((int, int)[])[(-1, 1), (4, 1), (0, -1), (0, 4), (2, 2)])
        {
            yield return new(
                SystemCheck.UnknownVault, $"from {vaultIn} to {vaultOut}", state, Usual with { VaultIn = vaultIn, VaultOut = vaultOut }, vaultIn, 3, Words: $"from vault {vaultIn} to vault {vaultOut} of 4");
        }

        foreach (double amount in (double[])[0, -5, double.NaN, double.PositiveInfinity])
        {
            yield return new(SystemCheck.InvalidAmount, $"an amount of {amount}", state, Usual with { Amount = amount }, amount);
        }

        yield return new(SystemCheck.InvalidAmount, "a kind that there is not", state, Usual with { Given = SwapKind.ExactOut + 1 }, 1_000);
        yield return new(SystemCheck.NoReserve, "an empty reserve", Engine.Reserve.MycoSystem.Create(Systems.Four), Usual);
    }

    private static IEnumerable<RefusalCase> Results()
    {
        SystemState state = Systems.Started(RefusalCase.Free);
        ReserveSwapOperation exactOut = Usual with { Given = SwapKind.ExactOut };
        double paid = -RefusalCase.Quoted(state, Usual).VaultAmounts[1], asked = RefusalCase.Quoted(state, exactOut).VaultAmounts[0];
        yield return new(SystemCheck.Limit, "less out than asked", state, Usual with { Limit = 1_001 }, paid, 1_001);
        yield return new(SystemCheck.Limit, "more in than allowed", state, exactOut with { Limit = 999 }, asked, 999);
        yield return new(SystemCheck.Limit, "a limit that is no number", state, exactOut with { Limit = double.NaN }, asked, double.NaN);
        yield return new(SystemCheck.OffSurface, "more in than the surface can hold", state, Usual with { Amount = 1e9 }, 1e9, Words: "the surface answers");
        yield return new(SystemCheck.OffSurface, "more out than the vault holds", state, exactOut with { Amount = 1e9 }, 1e9, Words: "the surface answers");
        yield return new(SystemCheck.NothingToDo, "an amount too small to be paid", state, Usual with { Amount = double.Epsilon, VaultOut = 3 });
    }

    private static IEnumerable<RefusalCase> Vaults()
    {
        SystemState poor = RefusalCase.After(VaultRefusals.Priced(1, 0.9), VaultRefusals.Prices(1, 0.8));
        yield return new(SystemCheck.PriceTooSmall, "a vault below its minimum price", poor, Usual, 0.8, 0.9, 1);
        SystemState state = Systems.Started(Systems.Backed(1));
        ReserveSwapOperation wide = Usual with { Amount = 100_000 };
        double lost = RefusalCase.Quoted(Systems.Started(RefusalCase.Free), wide).VaultAmounts[1];
        double weight = (RefusalCase.ValueOf(state, 0) + 100_000) / (state.ReserveValue + 100_000 + lost);
        yield return new(SystemCheck.WeightBand, "a weight above its band", state, wide, weight, 1.2 * state.Parameters.TargetWeights[0], 0);
        SystemState flowing = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second);
        double value = RefusalCase.ValueOf(flowing, 0);
        yield return new(SystemCheck.TrancheFlow, "more than the threshold of a vault", flowing, Usual with { Amount = 0.6 * value }, 0.6 * value, 0.5 * value, 0);
        SystemState closed = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second, Usual with { Amount = 0.3 * value });
        yield return new(SystemCheck.SafetyMode, "a direction that was closed", closed, Usual, 1, 3_601, 0);
    }

    /// <summary>One place more than a vault holds, which its balance on the surface does not see: the surface pays, the vault cannot.</summary>
    private static RefusalCase LastPlace()
    {
        foreach (int k in Enumerable.Range(1, 1_000))
        {
            SystemState state = Systems.Started(RefusalCase.Free with { Vaults = [.. RefusalCase.Free.Vaults.Select((vault, i) => i == 0 ? vault with { Rate = 1 + (k / 1_000.0) } : vault)] });
            double held = state.Amounts[0];
            ReserveSwapOperation more = new() { VaultIn = 1, VaultOut = 0, Amount = Math.BitIncrement(held), Given = SwapKind.ExactOut };
            if (Systems.Checking.Quote(state, more, new(4)).Check == SystemCheck.NotEnoughReserve)
            {
                return new(SystemCheck.NotEnoughReserve, "the last place more than the vault holds", state, more, more.Amount, held, 0);
            }
        }

        throw new InvalidOperationException("no rate was found whose product hides a last place");
    }
}
