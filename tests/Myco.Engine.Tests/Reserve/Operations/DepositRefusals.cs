using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses a deposit.</summary>
internal static class DepositRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Numbers(), .. Results(), .. Surface(), .. Vaults()];

    private static IEnumerable<RefusalCase> Numbers()
    {
        SystemState state = Systems.Started();
        foreach (double value in (double[])[0, -5, double.NaN, double.PositiveInfinity])
        {
            yield return new(SystemCheck.InvalidAmount, $"a value of {value}", state, new DepositOperation { Value = value }, value);
        }

        yield return new(SystemCheck.InvalidAmount, "amounts for three vaults of four", state, new DepositOperation { Amounts = [1, 1, 1] }, 3, 4, Words: "3 amounts for 4 vaults");
        yield return new(SystemCheck.InvalidAmount, "a value and amounts", state, new DepositOperation { Value = 7, Amounts = [1, 1, 1, 1] }, 4, 4, Words: "a value of 7");
        yield return new(SystemCheck.InvalidAmount, "an amount below 0", state, new DepositOperation { Amounts = [1, 1, -2, 1] }, -2, 0, 2);
        yield return new(SystemCheck.InvalidAmount, "an amount that is no number", state, new DepositOperation { Amounts = [1, double.NaN, 1, 1] }, double.NaN, 0, 1);
        yield return new(SystemCheck.InvalidAmount, "amounts of 0", state, new DepositOperation { Amounts = [0, 0, 0, 0] });
        yield return new(SystemCheck.InvalidAmount, "amounts worth more than any number", state, new DepositOperation { Amounts = [0, 0, 0, 1e304] }, double.PositiveInfinity);
        yield return new(SystemCheck.NoReserve, "a supply that nothing backs", RefusalCase.Unbacked(5), new DepositOperation { Value = 1 }, 5, Words: "5 tokens without a reserve");
    }

    private static IEnumerable<RefusalCase> Results()
    {
        SystemState state = Systems.Started();
        double minted = RefusalCase.Quoted(state, new DepositOperation { Value = 100 }).Minted;
        yield return new(SystemCheck.Limit, "fewer tokens than asked", state, new DepositOperation { Value = 100, LeastMinted = 101 }, minted, 101);
        yield return new(SystemCheck.Limit, "a limit that is no number", state, new DepositOperation { Value = 100, LeastMinted = double.NaN }, minted, double.NaN);
        yield return new(SystemCheck.NothingToDo, "a value that the reserve does not feel", state, new DepositOperation { Value = 1e-30 });
    }

    private static IEnumerable<RefusalCase> Surface()
    {
        SystemState state = Systems.Started(RefusalCase.Free);
        double[] one = [0, 5 * state.Amounts[1], 0, 0], much = [1e9, 0, 0, 0];
        double[] balances = [.. state.Amounts.ToArray().Zip(state.Parameters.Vaults, (amount, vault) => amount * vault.CalibrationPrice)];
        balances[1] += one[1];
        yield return new(SystemCheck.OffSurface, "one vault beyond all others", state, new DepositOperation { Amounts = much }, Words: "move");
        yield return new(SystemCheck.PriceBox, "one vault far above the others", state, new DepositOperation { Amounts = one }, Excess(state, balances), 1);
    }

    private static IEnumerable<RefusalCase> Vaults()
    {
        DepositOperation deposit = new() { Amounts = [1_000, 1_000, 0, 0] };
        SystemState poor = RefusalCase.After(VaultRefusals.Priced(1, 0.9), VaultRefusals.Prices(1, 0.8));
        yield return new(SystemCheck.PriceTooSmall, "a vault below its minimum price", poor, deposit, 0.8, 0.9, 1);
        SystemState below = RefusalCase.After(Systems.Four, VaultRefusals.Prices(0, 0.97));
        yield return new(SystemCheck.OffPeg, "a stable below its floor gains weight", below, deposit, 0.97, 0.98, 0);
        SystemState above = RefusalCase.After(Systems.Four, new SetPricesOperation { Prices = [0.97, 1.05, 2_000, 60_000] });
        yield return new(SystemCheck.OffPeg, "another is above its ceiling and gains weight", above, new DepositOperation { Amounts = [0, 1_000, 0, 0] }, 1.05, 1.02, 1);
        SystemState state = Systems.Started(Systems.Backed(1));
        DepositOperation wide = new() { Amounts = [200_000, 0, 0, 0] };
        yield return new(SystemCheck.WeightBand, "a weight above its band", state, wide, VaultRefusals.Weight(state, 0, 200_000), 1.2 * state.Parameters.TargetWeights[0], 0);
        SystemState flowing = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second);
        yield return new(SystemCheck.TrancheFlow, "more than the threshold of a vault", flowing, VaultRefusals.Into(flowing, 1, 0.6), 0.6 * RefusalCase.ValueOf(flowing, 1), 0.5 * RefusalCase.ValueOf(flowing, 1), 1);
        SystemState closed = RefusalCase.After(VaultRefusals.Flowing, VaultRefusals.Second, VaultRefusals.Into(flowing, 1, 0.3));
        yield return new(SystemCheck.SafetyMode, "a direction that was closed", closed, VaultRefusals.Into(flowing, 1, 0.01), 1, 3_601, 1);
    }

    /// <summary>χ at balances, by the box's definition: the largest (p_i/β_i)/(p_j/α_j) of two different assets.</summary>
    private static double Excess(SystemState state, double[] balances)
    {
        double[] prices = [.. state.Surface.At(balances).Gradient.ToArray().Select(Math.Abs)];
        AnglesDefinition surface = state.Parameters.Surface;
        return (from i in Enumerable.Range(0, prices.Length)
                from j in Enumerable.Range(0, prices.Length)
                where i != j
                select prices[i] / surface.PriceUpper[i] / (prices[j] / surface.PriceLower[j])).Max();
    }
}
