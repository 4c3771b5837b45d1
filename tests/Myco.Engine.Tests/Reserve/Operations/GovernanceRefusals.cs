using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses time, prices, other parameters and an oracle's motion.</summary>
internal static class GovernanceRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. TimeAndPrices(), .. Parameters(), .. Books(), .. Motion()];

    private static IEnumerable<RefusalCase> TimeAndPrices()
    {
        SystemState state = RefusalCase.After(Systems.Four, new AdvanceTimeOperation { Seconds = 1e6 });
        foreach (double seconds in (double[])[0, -5, double.NaN, double.PositiveInfinity, 1e-12])
        {
            yield return new(SystemCheck.InvalidAmount, $"{seconds} seconds", state, new AdvanceTimeOperation { Seconds = seconds }, seconds);
        }

        yield return new(SystemCheck.InvalidParameters, "three prices for four vaults", state, new SetPricesOperation { Prices = [1, 1, 1] }, Words: "3 prices for 4 vaults");
        foreach (double price in (double[])[0, -1, double.NaN, double.PositiveInfinity, 9e-19, 1.1e18])
        {
            yield return new(SystemCheck.InvalidParameters, $"a price of {price}", state, new SetPricesOperation { Prices = [1, 1, price, 1] }, Vault: 2, Words: "the price is");
        }
    }

    private static IEnumerable<RefusalCase> Parameters()
    {
        SystemState state = Systems.Started();
        SystemParameters four = Systems.Four;
        yield return new(SystemCheck.InvalidAmount, "a duration below 0", state, new ChangeParametersOperation { Parameters = four, Duration = -1 }, -1, Words: "takes -1 seconds");
        yield return new(SystemCheck.InvalidAmount, "a duration without end", state, new ChangeParametersOperation { Parameters = four, Duration = double.PositiveInfinity }, double.PositiveInfinity, Words: "takes Infinity seconds");
        (string Why, SystemParameters Next, string Words)[] wrong =
        [
            ("none", null!, "there are no parameters"),
            ("weights that do not sum to 1", four with { TargetWeights = [0.3, 0.3, 0.3, 0.3] }, "sum to"),
            ("a surface that is none", four with { Surface = four.Surface with { Stretch = [0.5, 1, 1, 1] } }, "0.5"),
            ("price bounds above par", four with { Surface = four.Surface with { PriceLower = [1.1, 0.4, 0.4, 1] } }, "must hold the reference price 1"),
            ("price bounds below par", four with { Surface = four.Surface with { PriceUpper = [0.9, 2.5, 2.5, 1] } }, "must hold the reference price 1"),
            ("one vault more", Five(four), "have 5 vaults, the system 4"),
            ("another name", Third(four, vault => vault with { Name = "STETH" }), "STETH"),
            ("another calibration price", Third(four, vault => vault with { CalibrationPrice = 2_001 }), "2001"),
            ("another rate", Third(four, vault => vault with { Rate = 1.5 }), "1.5"),
        ];
        foreach ((string why, SystemParameters next, string words) in wrong)
        {
            yield return new(SystemCheck.InvalidParameters, why, state, new ChangeParametersOperation { Parameters = next }, Words: words);
        }

        SystemParameters empty = four with { TargetWeights = [0, 0.3, 0.3, 0.4] };
        yield return new(SystemCheck.InvalidParameters, "a weight of 0 for a vault that holds", state, new ChangeParametersOperation { Parameters = empty }, state.Amounts[0], Vault: 0, Words: "needs an empty vault");
        SystemParameters far = four with { Surface = four.Surface with { Stretch = [80, 3, 1, 1.5] } };
        yield return new(SystemCheck.OffSurface, "a surface that the balances do not lie on", state, new ChangeParametersOperation { Parameters = far }, Words: "move");
    }

    private static IEnumerable<RefusalCase> Books()
    {
        SubscribeOperation ada = new() { Contributor = "ada", Tier = "Patron", Vault = 1 };
        StakeOperation stake = new() { Contributor = "ada", Tokens = 1, Duration = 1e6 };
        SystemState state = RefusalCase.After(Systems.Four, ada, ada with { Contributor = "bob" }, stake, stake, stake);
        yield return new(SystemCheck.LedgerFull, "fewer contributors than there are", state, new ChangeParametersOperation { Parameters = Systems.Four with { ContributorLimit = 1 } }, 2, 1);
        yield return new(SystemCheck.LedgerFull, "fewer stakes than there are", state, new ChangeParametersOperation { Parameters = Systems.Four with { StakeLimit = 2 } }, 3, 2);
        SystemParameters capped = Systems.Four with { Subscription = new() { Channel = new() { SupplyCap = 1e-5 } } };
        double counted = state.Channel(Engine.Reserve.Commitments.CommitmentChannel.Subscription).Counted;
        yield return new(SystemCheck.SupplyCap, "a cap below what is minted", state, new ChangeParametersOperation { Parameters = capped }, counted, 1e-5 * state.Supply, Words: "Subscription has minted");
    }

    private static IEnumerable<RefusalCase> Motion()
    {
        MoveWeightsOperation usual = new() { Multipliers = [1e-8, -1e-8, 0, 0] };
        SystemState state = Systems.Started();
        SystemState changing = RefusalCase.After(Systems.Four, new AdvanceTimeOperation { Seconds = 10 }, new ChangeParametersOperation { Parameters = Systems.Four, Duration = 100 });
        yield return new(SystemCheck.InvalidParameters, "a change under way", changing, usual, 10, 110, Words: "under way until 110");
        yield return new(SystemCheck.InvalidParameters, "three multipliers for four vaults", state, usual with { Multipliers = [1, 0, -1] }, Words: "3 multipliers for 4 vaults");
        yield return new(SystemCheck.InvalidParameters, "a least weight of 0", state, usual with { Least = 0 }, Words: "a least weight of 0");
        yield return new(SystemCheck.InvalidParameters, "multipliers that do not sum to 0", state, usual with { Multipliers = [1e-8, 0, 0, 0] }, Words: "sum to");
        yield return new(SystemCheck.InvalidParameters, "a least weight above the present one", state, usual with { Least = 0.25 }, Words: "the limits are 0.25");
        yield return new(SystemCheck.InvalidParameters, "a largest weight above 1", state, usual with { Largest = 1.5 }, Words: "the bounds are");
    }

    private static SystemParameters Third(SystemParameters parameters, Func<TrancheParameters, TrancheParameters> change) =>
        parameters with { Vaults = [.. parameters.Vaults.Select((vault, i) => i == 2 ? change(vault) : vault)] };

    private static SystemParameters Five(SystemParameters four) => four with
    {
        Vaults = [.. four.Vaults, new TrancheParameters { Name = "FRAX" }],
        TargetWeights = [0.2, 0.2, 0.2, 0.2, 0.2],
        Surface = new() { Stretch = [2, 2, 1, 1, 1], Angles = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], PriceLower = [0.5, 0.5, 0.5, 0.5, 1], PriceUpper = [2, 2, 2, 2, 1] },
    };
}
