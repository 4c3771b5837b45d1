using Myco.Bench.Baselines;
using Myco.Engine;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Bench.Workloads;

/// <summary>Orders to a composed system of four vaults, backed to nine tenths, with recent flows in every direction; without an event log.</summary>
internal sealed class ReserveOrders
{
    private const double Value = 1_000_000;
    private const double Backing = 0.9;
    private readonly MycoSystem system = new();
    private readonly SystemState state;
    private readonly SystemReceipt receipt = new(4);
    private readonly DepositOperation deposit = new() { Value = 1_000 };
    private readonly RedeemOperation redemption = new() { Tokens = 1_000 };
    private readonly PlainReserve plain;

    public ReserveOrders()
    {
        AnglesDefinition definition = new()
        {
            Stretch = [200, 300, 100, 150],
            Angles = [0.1, -0.2, 0.15, 0.05, 0.3, -0.1],
            PriceLower = [0.4, 0.4, 0.4, 1],
            PriceUpper = [2.5, 2.5, 2.5, 1],
        };
        EllipsoidSurface surface = EllipsoidSurface.From(definition);
        double[] weights = surface.ReferenceWeights();
        double invariant = surface.At([.. weights.Select(weight => weight * Value)]).Invariant;
        SystemParameters parameters = new()
        {
            Vaults =
            [
                new() { Name = "USDC" }, new() { Name = "DAI" }, new() { Name = "WETH", CalibrationPrice = 2_000 }, new() { Name = "WBTC", CalibrationPrice = 60_000 },
            ],
            TargetWeights = weights,
            Surface = definition,
            Mint = new() { InitialSupplyPerInvariant = Value / Backing / invariant },
            FlowLimits = new() { ShortFlowThreshold = 10 },
        };
        state = MycoSystem.Create(parameters);
        Do(new DepositOperation { Value = Value });
        Do(new RedeemOperation { Tokens = 50_000 });
        Do(new AdvanceTimeOperation { Seconds = 100 });
        plain = new(state);
        Agreement.Require("tokens minted", [Deposit()], [plain.Deposit(deposit.Value)]);
        Agreement.Require("value paid", [Redeem()], [plain.Redeem(redemption.Tokens)]);
        if (receipt.Region is RedemptionRegion.Par or RedemptionRegion.Floor)
        {
            throw new InvalidOperationException($"The redemption is in region {receipt.Region}; it should be on the curve.");
        }
    }

    public double Deposit()
    {
        Require(system.Quote(state, deposit, receipt));
        return receipt.Minted;
    }

    public double Redeem()
    {
        Require(system.Quote(state, redemption, receipt));
        return receipt.Value;
    }

    public double PlainDeposit() => plain.Deposit(deposit.Value);

    public double PlainRedeem() => plain.Redeem(redemption.Tokens);

    private void Do(SystemOperation order) => Require(system.Apply(state, order, receipt));

    private static void Require(SystemRefusal refusal)
    {
        if (refusal.IsRefused)
        {
            throw new InvalidOperationException(refusal.Describe());
        }
    }
}
