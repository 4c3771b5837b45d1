using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Composition;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Composition;

/// <summary>Systems to test with.</summary>
internal static class Systems
{
    private static readonly SurfaceParameters Surface = new()
    {
        Stretch = [2, 3, 1, 1.5],
        Angles = [0.1, -0.2, 0.15, 0.05, 0.3, -0.1],
        PriceLower = [0.4, 0.4, 0.4, 1],
        PriceUpper = [2.5, 2.5, 2.5, 1],
    };

    /// <summary>Four vaults on a rotated surface, their targets where all reference prices are 1.</summary>
    public static SystemParameters Four { get; } = new()
    {
        Vaults =
        [
            new VaultParameters { Name = "USDC", PegFloor = 0.98, PegCeiling = 1.02 },
            new VaultParameters { Name = "DAI", PegFloor = 0.98, PegCeiling = 1.02 },
            new VaultParameters { Name = "WETH", CalibrationPrice = 2_000 },
            new VaultParameters { Name = "WBTC", CalibrationPrice = 60_000 },
        ],
        TargetWeights = Surface.ReferenceWeights(),
        Surface = Surface,
        Labor = new LaborParameters { TokensPerUnit = new Dictionary<string, double> { ["code"] = 10, ["governance"] = 5 }, Decay = 0.999_999 },
        Dampening = new() { Threshold = 0.05 },
    };

    /// <summary>A system that believes one attester and checks every invariant.</summary>
    public static MycoSystem Checking { get; } = new(new KnownAttesters(["council"]), checksInvariants: true);

    /// <summary>The four vaults with a first deposit of a million.</summary>
    public static SystemState Started()
    {
        SystemState state = MycoSystem.Create(Four);
        SystemReceipt receipt = new(4);
        SystemRefusal refusal = Checking.Apply(state, new SetPricesOrder { Prices = [1, 1, 2_000, 60_000] }, receipt);
        Assert.False(refusal.IsRefused, refusal.Describe());
        refusal = Checking.Apply(state, new DepositOrder { Value = 1_000_000 }, receipt);
        Assert.False(refusal.IsRefused, refusal.Describe());
        return state;
    }
}
