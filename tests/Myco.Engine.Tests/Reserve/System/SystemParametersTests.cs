using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve.System;

/// <summary>SystemParameters and MintParameters: each line of what is wrong with them, in words.</summary>
public class SystemParametersTests
{
    public static TheoryData<string, SystemParameters> Wrong => new()
    {
        { "vaults has 1 records; there must be 2 to 16", Systems.Four with { Vaults = [Systems.Four.Vaults[0]] } },
        { "vaults has 17 records", Systems.Four with { Vaults = [.. Enumerable.Range(0, 17).Select(i => Systems.Four.Vaults[0] with { Name = $"V{i}" })] } },
        { "vaults[3] is null; give it", Systems.Four with { Vaults = [.. Systems.Four.Vaults.Take(3), null!] } },
        { "vaults[1].rate is 0", Systems.Four with { Vaults = [.. Systems.Four.Vaults.Select(vault => vault.Name == "DAI" ? vault with { Rate = 0 } : vault)] } },
        { "vaults[1].name is 'X', as a vault before it", Systems.Four with { Vaults = [.. Systems.Four.Vaults.Select(vault => vault with { Name = "X" })] } },
        { "targetWeights has 3 numbers; there must be 4", Systems.Four with { TargetWeights = [0.5, 0.25, 0.25] } },
        { "surface.angles has 6 numbers; there must be 3", Surfaced(surface => surface with { Stretch = [1, 1, 1] }) },
        { "surface.angles has 5 numbers; there must be 6", Surfaced(surface => surface with { Angles = [0, 0, 0, 0, 0] }) },
        { "surface.priceLower has 3 numbers; there must be 4", Surfaced(surface => surface with { PriceLower = [1, 1, 1] }) },
        { "surface.priceUpper has 5 numbers; there must be 4", Surfaced(surface => surface with { PriceUpper = [1, 1, 1, 1, 1] }) },
        { "targetWeights[0] is -0.1", Systems.Four with { TargetWeights = [-0.1, 0.4, 0.4, 0.3] } },
        { "targetWeights[0] is 1.1", Systems.Four with { TargetWeights = [1.1, 0, 0, 0] } },
        { "targetWeights[0] is NaN", Systems.Four with { TargetWeights = [double.NaN, 0.5, 0.25, 0.25] } },
        { "targetWeights sum to 0.875", Systems.Four with { TargetWeights = [0.25, 0.25, 0.25, 0.125] } },
        { "surface.stretch has 3 numbers; there are 4 vaults", Systems.Four with { Surface = new() { Stretch = [1, 1, 1], Angles = [0, 0, 0], PriceLower = [1, 1, 0.5], PriceUpper = [1, 1, 2] } } },
        { "dampening.threshold is 0", Systems.Four with { Dampening = new() { Threshold = 0 } } },
        { "dampening.memory is 2", Systems.Four with { Dampening = new() { Memory = 2 } } },
        { "dampening.policy is 7", Systems.Four with { Dampening = new() { Policy = (Engine.Reserve.Flows.DampeningPolicy)7 } } },
        { "fee.static is 1", Systems.Four with { Fee = new() { Static = 1 } } },
        { "band.maxDeviation is -1", Systems.Four with { Band = new() { MaxDeviation = -1 } } },
        { "flowLimits.buffer is 2", Systems.Four with { FlowLimits = new() { Buffer = 2 } } },
        { "mint.initialSupplyPerInvariant is 0", Systems.Four with { Mint = new() { InitialSupplyPerInvariant = 0 } } },
        { "mint.initialSupplyPerInvariant is Infinity", Systems.Four with { Mint = new() { InitialSupplyPerInvariant = double.PositiveInfinity } } },
        { "labor.decay is 0", Systems.Four with { Labor = new() { Decay = 0 } } },
        { "subscription.graceMonths is 0.5", Systems.Four with { Subscription = new() { GraceMonths = 0.5 } } },
        { "staking.baseRate is -1", Systems.Four with { Staking = new() { BaseRate = -1 } } },
        { "staking.shortestLock is 0", Systems.Four with { Staking = new() { ShortestLock = 0 } } },
        { "staking.shortestLock is 20 seconds; it must not be above longestLock, 10", Systems.Four with { Staking = new() { ShortestLock = 20, LongestLock = 10 } } },
        { "priceAgeLimit is 0", Systems.Four with { PriceAgeLimit = 0 } },
        { "priceAgeLimit is NaN", Systems.Four with { PriceAgeLimit = double.NaN } },
        { "contributorLimit is 0", Systems.Four with { ContributorLimit = 0 } },
        { "stakeLimit is 10000001", Systems.Four with { StakeLimit = 10_000_001 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_in_words_and_makes_no_system(string words, SystemParameters wrong)
    {
        Assert.Contains(words, wrong.Problem(), StringComparison.Ordinal);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => Engine.Reserve.MycoSystem.Create(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_themselves_are_taken() =>
        Assert.Null((Systems.Four with { ContributorLimit = 1, StakeLimit = 10_000_000, PriceAgeLimit = double.Epsilon, TargetWeights = [1, 0, 0, 0] }).Problem());

    private static SystemParameters Surfaced(Func<AnglesDefinition, AnglesDefinition> change) => Systems.Four with { Surface = change(Systems.Four.Surface) };
}
