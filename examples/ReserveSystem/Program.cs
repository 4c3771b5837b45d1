// A token's reserve of two vaults: a deposit mints, a redemption pays by the curve, time passes, and a refusal says why.
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

SystemState state = MycoSystem.Create(new()
{
    Vaults = [new TrancheParameters { Name = "USDC" }, new TrancheParameters { Name = "WETH", CalibrationPrice = 2_000 }],
    TargetWeights = [0.5, 0.5],
    Surface = new() { Stretch = [2, 1], Angles = [0.1], PriceLower = [0.4, 1], PriceUpper = [2.5, 1] },
});
MycoSystem system = new();
SystemReceipt receipt = new(state.VaultCount);

Do("deposit", new DepositOperation { Value = 1_000_000 });
Do("redeem", new RedeemOperation { Tokens = state.Supply / 10 });
Do("redeem", new RedeemOperation { Tokens = state.Supply / 2 });
Do("wait", new AdvanceTimeOperation { Seconds = 7 * 24 * 3600 });
Do("redeem", new RedeemOperation { Tokens = state.Supply * 2 });
Console.WriteLine($"supply {state.Supply:F0}, reserve {state.ReserveValue:F0}, backing {state.BackingRatio:F4}");

void Do(string name, SystemOperation operation)
{
    // Apply does it whole or leaves the state untouched; Quote gives the same receipt and changes nothing.
    SystemRefusal refusal = system.Apply(state, operation, receipt);
    Console.WriteLine(refusal.IsRefused
        ? $"{name}: {refusal.Describe()}"
        : $"{name}: {receipt.Minted:F0} tokens minted, {receipt.Burned:F0} burned, {receipt.Value:F0} dollars in or out");
}
