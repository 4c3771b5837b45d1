using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Fees;
using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Redemption;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.System;

/// <summary>Everything that governs a system, and nothing that changes by itself. Immutable, as long as nobody writes to the lists given.</summary>
/// <remarks>Source: spec 02-reserve-system.</remarks>
public sealed record SystemParameters
{
    /// <summary>The most vaults.</summary>
    public const int MostVaults = TrancheNumbers<Lane1>.Length;

    /// <summary>The vaults, 2 to 16.</summary>
    public required IReadOnlyList<TrancheParameters> Vaults { get; init; }

    /// <summary>The weight that each vault should have at its calibration price; they sum to 1.</summary>
    public required IReadOnlyList<double> TargetWeights { get; init; }

    /// <summary>The surface over the vaults.</summary>
    public required AnglesDefinition Surface { get; init; }

    /// <summary>The redemption curve.</summary>
    public RedemptionParameters Redemption { get; init; } = new(curvature: 1, threshold: 0.3, floorRate: 0.6, outflowMemory: 0.999_992);

    /// <summary>The flow dampening.</summary>
    public DampeningParameters Dampening { get; init; } = new();

    /// <summary>The imbalance fee of deposits and swaps.</summary>
    public ImbalanceFeeParameters Fee { get; init; } = new();

    /// <summary>The band around each target weight.</summary>
    public WeightBand Band { get; init; } = new();

    /// <summary>How fast value may enter or leave a vault.</summary>
    public FlowLimits FlowLimits { get; init; } = new();

    /// <summary>How deposits mint.</summary>
    public MintParameters Mint { get; init; } = new();

    /// <summary>The labor channel.</summary>
    public LaborParameters Labor { get; init; } = new();

    /// <summary>The subscription channel.</summary>
    public SubscriptionParameters Subscription { get; init; } = new();

    /// <summary>The staking channel.</summary>
    public StakingParameters Staking { get; init; } = new();

    /// <summary>The age in seconds beyond which prices are not used.</summary>
    public double PriceAgeLimit { get; init; } = double.PositiveInfinity;

    /// <summary>The most contributors that each channel keeps.</summary>
    public int ContributorLimit { get; init; } = 100_000;

    /// <summary>The most stakes that are kept.</summary>
    public int StakeLimit { get; init; } = 100_000;

    /// <summary>The first thing wrong with these numbers, with the value, the limit and the remedy; null when nothing is.</summary>
    public string? Problem() => VaultProblem() ?? WeightProblem() ?? PartProblem()
        ?? (!(PriceAgeLimit > 0) ? $"priceAgeLimit is {PriceAgeLimit:R} seconds; it must be above 0"
            : ContributorLimit is < 1 or > 10_000_000 || StakeLimit is < 1 or > 10_000_000
                ? $"the books hold {ContributorLimit} contributors and {StakeLimit} stakes; both limits must be from 1 to 10000000"
            : null);

    private string? VaultProblem()
    {
        if (Vaults.Count is < 2 or > MostVaults)
        {
            return $"there are {Vaults.Count} vaults; there must be 2 to {MostVaults}";
        }

        foreach (TrancheParameters? vault in Vaults)
        {
            if ((vault is null ? "a vault is null; give its name at least" : vault.Problem()) is string problem)
            {
                return problem;
            }
        }

        string? twice = Vaults.GroupBy(vault => vault.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? null : $"two vaults are named '{twice}'; names must differ";
    }

    private string? WeightProblem()
    {
        int n = Vaults.Count;
        if (TargetWeights.Count != n || Surface.Stretch.Length != n || Surface.Angles.Length != n * (n - 1) / 2
            || Surface.PriceLower.Length != n || Surface.PriceUpper.Length != n)
        {
            return $"{n} vaults need {n} targetWeights, and a surface of {n} stretch factors, {n * (n - 1) / 2} angles, {n} lower and {n} upper price bounds; "
                + $"there are {TargetWeights.Count}, {Surface.Stretch.Length}, {Surface.Angles.Length}, {Surface.PriceLower.Length}, {Surface.PriceUpper.Length}";
        }

        foreach (double weight in TargetWeights)
        {
            if (!(weight >= 0 && weight <= 1))
            {
                return $"a target weight is {weight:R}; weights must be from 0 to 1";
            }
        }

        double sum = TargetWeights.Sum();
        return Math.Abs(sum - 1) > 1e-9 ? $"the target weights sum to {sum:R}; they must sum to 1" : null;
    }

    private string? PartProblem() => Dampening.Problem() ?? Fee.Problem() ?? Band.Problem() ?? FlowLimits.Problem()
        ?? Mint.Problem() ?? Labor.Problem() ?? Subscription.Problem() ?? Staking.Problem();
}
