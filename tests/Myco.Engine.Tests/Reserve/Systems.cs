using Myco.Engine.Formats;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Fees;
using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve;

/// <summary>Systems to test with.</summary>
internal static class Systems
{
    private static readonly AnglesDefinition Surface = new()
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
            new TrancheParameters { Name = "USDC", PegFloor = 0.98, PegCeiling = 1.02 },
            new TrancheParameters { Name = "DAI", PegFloor = 0.98, PegCeiling = 1.02 },
            new TrancheParameters { Name = "WETH", CalibrationPrice = 2_000 },
            new TrancheParameters { Name = "WBTC", CalibrationPrice = 60_000 },
        ],
        TargetWeights = EllipsoidSurface.From(Surface).ReferenceWeights(),
        Surface = Surface,
        Labor = new LaborParameters { TokensPerUnit = new Dictionary<string, double> { ["code"] = 10, ["governance"] = 5 }, Decay = 0.999_999 },
        Dampening = new() { Threshold = 0.05 },
    };

    /// <summary>A system that believes one attester and checks every invariant.</summary>
    public static MycoSystem Checking { get; } = new(new KnownAttesters(["council"]), checksInvariants: true);

    /// <summary>The four vaults with a first deposit of a million.</summary>
    public static SystemState Started() => Started(Four);

    /// <summary>A system with a first deposit of a million at the calibration prices.</summary>
    public static SystemState Started(SystemParameters parameters)
    {
        SystemState state = MycoSystem.Create(parameters);
        Do(state, new SetPricesOperation { Prices = [.. parameters.Vaults.Select(vault => vault.CalibrationPrice)] });
        Do(state, new DepositOperation { Value = 1_000_000 });
        return state;
    }

    /// <summary>Parameters whose first deposit of a million is backed in that ratio, without pegs, fees and dampening.</summary>
    public static SystemParameters Backed(double ratio)
    {
        double invariant = EllipsoidSurface.From(Four.Surface).At([.. Four.TargetWeights.Select(weight => weight * 1_000_000)]).Invariant;
        return Four with
        {
            Vaults = [.. Four.Vaults.Select(vault => vault with { PegFloor = null, PegCeiling = null })],
            Mint = new() { InitialSupplyPerInvariant = 1_000_000 / ratio / invariant },
            Fee = new() { Static = 0, Surge = 0 },
            Dampening = new() { Threshold = double.PositiveInfinity },
        };
    }

    /// <summary>The same with all stretch factors that many times as large, the targets at its reference prices, the first deposit backed as before.</summary>
    public static SystemParameters Stretched(SystemParameters parameters, double factor)
    {
        AnglesDefinition definition = parameters.Surface with { Stretch = [.. parameters.Surface.Stretch.Select(stretch => stretch * factor)] };
        EllipsoidSurface surface = EllipsoidSurface.From(definition);
        double[] weights = surface.ReferenceWeights();
        double invariant = surface.At(weights).Invariant, before = EllipsoidSurface.From(parameters.Surface).At([.. parameters.TargetWeights]).Invariant;
        return parameters with
        {
            Surface = definition,
            TargetWeights = weights,
            Mint = parameters.Mint with { InitialSupplyPerInvariant = parameters.Mint.InitialSupplyPerInvariant * before / invariant },
        };
    }

    /// <summary>Parameters drawn by a seed: every option of the specification comes up.</summary>
    public static SystemParameters Drawn(Random random) => Backed(random.Next(3) switch { 0 => 1, 1 => 0.9, _ => 1.1 }) with
    {
        Fee = new() { Policy = random.Next(2) == 0 ? ImbalanceFeePolicy.Surge : ImbalanceFeePolicy.Quadratic, Static = random.Next(2) * 0.003, Threshold = 0.1 },
        Dampening = new() { Threshold = random.Next(3) == 0 ? double.PositiveInfinity : 0.05, Policy = random.Next(2) == 0 ? DampeningPolicy.Burn : DampeningPolicy.Return },
        Band = new() { MaxDeviation = random.Next(3) switch { 0 => double.PositiveInfinity, 1 => 0.4, _ => 0.2 }, IsAbsolute = random.Next(4) == 0 },
        FlowLimits = new() { ShortFlowThreshold = random.Next(2) == 0 ? double.PositiveInfinity : 0.5 },
        Mint = Backed(random.Next(2) == 0 ? 1 : 0.95).Mint with { CapAtReserveValue = random.Next(2) == 0 },
        Labor = Four.Labor with { Channel = new() { SupplyCap = 0.01, UnitsPerContributor = 2_000, UnitsInAll = 5_000 } },
        Subscription = new() { Channel = new() { SupplyCap = 0.001, Cooldown = random.Next(2) * 100_000 } },
        Staking = new() { Channel = new() { SupplyCap = 0.01 }, BaseRate = 0.1 },
        PriceAgeLimit = random.Next(3) == 0 ? 2e6 : double.PositiveInfinity,
        ContributorLimit = 3,
        StakeLimit = 5,
    };

    /// <summary>Does an order that must not be refused.</summary>
    public static SystemReceipt Do(SystemState state, SystemOperation order)
    {
        SystemReceipt receipt = new(state.VaultCount);
        SystemRefusal refusal = Checking.Apply(state, order, receipt);
        Assert.False(refusal.IsRefused, $"{refusal.Describe()}: {order}");
        return receipt;
    }

    /// <summary>Asks for an order that must be refused by that check.</summary>
    public static SystemRefusal Refused(SystemState state, SystemOperation order, SystemCheck check)
    {
        byte[] before = Bytes(state);
        SystemRefusal refusal = Checking.Apply(state, order, new(state.VaultCount));
        Assert.True(refusal.Check == check, $"{order}: {refusal.Describe()}, and not {check}");
        Assert.Equal(before, Bytes(state));
        return refusal;
    }

    /// <summary>A system of which every number is used: all channels, flows both ways, a stake, and a change of parameters or the oracle's motion under way.</summary>
    public static SystemState InUse(bool isMoving = false)
    {
        SystemState state = Started();
        Do(state, new ContributeOperation { Attestation = new Attestation("ada", "code", 20, 0, 1, "council") });
        Do(state, new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 });
        Do(state, new StakeOperation { Contributor = "ada", Tokens = 1_000, Duration = 86_400 * 365 });
        Do(state, new AdvanceTimeOperation { Seconds = 3_600 });
        Do(state, new RedeemOperation { Tokens = 1_000 });
        Do(state, isMoving
            ? new MoveWeightsOperation { Multipliers = [1e-9, -1e-9, 0, 0] }
            : new ChangeParametersOperation { Parameters = Four with { Surface = Four.Surface with { Stretch = [2.2, 3, 1, 1.4] } }, Duration = 86_400 });
        Do(state, new AdvanceTimeOperation { Seconds = 40_000 });
        return state;
    }

    /// <summary>A state's file.</summary>
    public static byte[] Bytes(SystemState state)
    {
        using MemoryStream stream = new();
        SystemFile.Write(state, stream);
        return stream.ToArray();
    }
}
