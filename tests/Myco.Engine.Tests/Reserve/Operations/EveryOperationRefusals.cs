using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>What refuses any operation: its deadline, and the age of the prices.</summary>
internal static class EveryOperationRefusals
{
    public static IEnumerable<RefusalCase> Cases => [.. Deadlines(), .. Ages()];

    /// <summary>One of each kind, which nothing refuses on <see cref="Busy"/>.</summary>
    public static SystemOperation[] Usual { get; } =
    [
        new DepositOperation { Value = 1_000 },
        new RedeemOperation { Tokens = 500 },
        new ReserveSwapOperation { VaultIn = 0, VaultOut = 1, Amount = 100 },
        new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 },
        new ContributeOperation { Attestation = new("ada", "code", 20, 0, 1, "council") },
        new StakeOperation { Contributor = "bob", Tokens = 100, Duration = 1e6 },
        new UnstakeOperation { Contributor = "ada", Stake = 0 },
        new AdvanceTimeOperation { Seconds = 1 },
        new SetPricesOperation { Prices = [1, 1, 2_001, 60_000] },
        new ChangeParametersOperation { Parameters = Systems.Four, Duration = 100 },
        new MoveWeightsOperation { Multipliers = [1e-8, -1e-8, 0, 0] },
    ];

    /// <summary>A system with a stake, a hundred seconds after its prices were set.</summary>
    public static SystemState Busy(double priceAgeLimit) => RefusalCase.After(
        Systems.Four with { PriceAgeLimit = priceAgeLimit }, new StakeOperation { Contributor = "ada", Tokens = 1_000, Duration = 1e6 }, new AdvanceTimeOperation { Seconds = 100 });

    private static IEnumerable<RefusalCase> Deadlines()
    {
        SystemState state = Busy(100);
        foreach (SystemOperation operation in Usual)
        {
            yield return new(SystemCheck.Deadline, "it is over", state, operation with { Deadline = Math.BitDecrement(100) }, 100, Math.BitDecrement(100));
            yield return new(SystemCheck.Deadline, "it is no number", state, operation with { Deadline = double.NaN }, 100, double.NaN);
        }
    }

    private static IEnumerable<RefusalCase> Ages()
    {
        SystemState state = Busy(Math.BitDecrement(100));
        foreach (SystemOperation operation in Usual.Where(operation => operation is DepositOperation or RedeemOperation or ReserveSwapOperation or SubscribeOperation))
        {
            yield return new(SystemCheck.StalePrices, "a moment too old", state, operation, 100, Math.BitDecrement(100));
        }
    }
}
