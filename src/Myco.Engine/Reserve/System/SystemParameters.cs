using Myco.Engine.Fields;
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
public sealed record SystemParameters : IDeclared<SystemParameters>
{
    /// <summary>The most vaults.</summary>
    public const int MostVaults = TrancheNumbers<Lane1>.Length;

    /// <summary>The most that the books can be made to hold of anything.</summary>
    private const int MostBooked = 10_000_000;

    /// <summary>What weights may sum to beside 1, from rounding when they were written.</summary>
    private const double WeightTolerance = 1e-9;

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
    /// <remarks>Whether the surface can be built is for <see cref="MycoSystem.TryCreate"/> to say.</remarks>
    public string? Problem() => FieldCheck.Of(this)?.Text;

    static SystemParameters IDeclared<SystemParameters>.Accept(IFields fields, SystemParameters? value)
    {
        value ??= new() { Vaults = [], TargetWeights = [], Surface = null! };
        IReadOnlyList<TrancheParameters> vaults = fields.Parts("vaults", value.Vaults, 2, MostVaults);
        value = value with
        {
            Vaults = vaults,
            TargetWeights = fields.Numbers("targetWeights", value.TargetWeights, Interval.Part, vaults.Count, vaults.Count),
            Surface = fields.Part("surface", value.Surface, ReserveSurface.Accept),
            Redemption = fields.Part("redemption", value.Redemption),
            Dampening = fields.Part("dampening", value.Dampening),
            Fee = fields.Part("fee", value.Fee),
            Band = fields.Part("band", value.Band),
            FlowLimits = fields.Part("flowLimits", value.FlowLimits),
            Mint = fields.Part("mint", value.Mint),
            Labor = fields.Part("labor", value.Labor),
            Subscription = fields.Part("subscription", value.Subscription),
            Staking = fields.Part("staking", value.Staking),
            PriceAgeLimit = fields.Number("priceAgeLimit", value.PriceAgeLimit, Interval.PositiveOrInfinite),
            ContributorLimit = (int)fields.Whole("contributorLimit", value.ContributorLimit, 1, MostBooked),
            StakeLimit = (int)fields.Whole("stakeLimit", value.StakeLimit, 1, MostBooked),
        };
        CheckNames(fields, value.Vaults);
        CheckWeights(fields, value.TargetWeights, "targetWeights");
        CheckSurface(fields, value.Surface, vaults);
        return value;
    }

    /// <summary>Refuses weights that do not sum to 1.</summary>
    internal static void CheckWeights(IFields fields, IReadOnlyList<double> weights, string key)
    {
        double sum = weights.Sum();
        if (!(Math.Abs(sum - 1) <= WeightTolerance))
        {
            fields.Refuse($"sum to {sum:R}; they must sum to 1", key);
        }
    }

    private static void CheckNames(IFields fields, IReadOnlyList<TrancheParameters> vaults)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < vaults.Count; i++)
        {
            if (vaults[i]?.Name is string name && !names.Add(name))
            {
                fields.Refuse($"is '{name}', as a vault before it; names must differ", "vaults", $"{i}", "name");
            }
        }
    }

    private static void CheckSurface(IFields fields, AnglesDefinition? surface, IReadOnlyList<TrancheParameters> vaults)
    {
        if (surface is not null && surface.Stretch.Length != vaults.Count)
        {
            fields.Refuse($"has {surface.Stretch.Length} numbers; there are {vaults.Count} vaults", "surface", "stretch");
            return;
        }

        for (int i = 0; surface is not null && i < Math.Min(surface.PriceLower.Length, surface.PriceUpper.Length); i++)
        {
            (double lower, double upper) = (surface.PriceLower[i], surface.PriceUpper[i]);
            if (!(lower <= 1 && upper >= 1))
            {
                string what = $"leaves par out: the price bounds of vault {vaults[i]?.Name} are {lower:R} to {upper:R}; they must hold the reference price 1";
                fields.Refuse(what, "surface", lower <= 1 ? "priceUpper" : "priceLower", $"{i}");
            }
        }
    }
}
