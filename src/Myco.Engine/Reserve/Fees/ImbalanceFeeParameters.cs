using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>The imbalance fee of deposits and reserve swaps.</summary>
/// <remarks>Source: spec 02-reserve-system, section 5.</remarks>
public sealed record ImbalanceFeeParameters
{
    /// <summary>How the fee rises.</summary>
    public ImbalanceFeePolicy Policy { get; init; }

    /// <summary>The fee of an order that unbalances nothing, 0 to below 1.</summary>
    public double Static { get; init; } = 0.003;

    /// <summary>The fee at full imbalance, at least the static one and below 1.</summary>
    public double Surge { get; init; } = 0.05;

    /// <summary>The imbalance that is free, 0 to below 1.</summary>
    public double Threshold { get; init; } = 0.2;

    /// <summary>The fee as a part of the amount, from the imbalance before an order and after it.</summary>
    public double Rate(double before, double after) => Rate<Lane1>(before, after).Value;

    /// <summary>The same in any precision, or of a pack of orders.</summary>
    internal TReal Rate<TReal>(TReal before, TReal after)
        where TReal : struct, IReal<TReal> => Policy == ImbalanceFeePolicy.Surge
        ? new SurgeFee(Static, Surge, Threshold).Rate(before, after)
        : new QuadraticFee(Static, Surge, Threshold).Rate(before, after);

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        !(Static >= 0 && Static < 1) ? $"fee.static is {Static:R}; it must be at least 0 and below 1"
        : !(Surge >= Static && Surge < 1) ? $"fee.surge is {Surge:R}; it must be at least the static fee {Static:R} and below 1"
        : !(Threshold >= 0 && Threshold < 1) ? $"fee.threshold is {Threshold:R}; it must be at least 0 and below 1"
        : !Enum.IsDefined(Policy) ? $"fee.policy is {Policy}; it must be surge or quadratic"
        : null;
}
