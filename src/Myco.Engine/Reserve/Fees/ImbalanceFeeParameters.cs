using Myco.Engine.Fields;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>The imbalance fee of deposits and reserve swaps.</summary>
/// <remarks>Source: spec 02-reserve-system, section 5.</remarks>
public sealed record ImbalanceFeeParameters : IDeclared<ImbalanceFeeParameters>
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

    static ImbalanceFeeParameters IDeclared<ImbalanceFeeParameters>.Accept(IFields fields, ImbalanceFeeParameters? value)
    {
        value ??= new();
        value = value with
        {
            Policy = fields.Choice("policy", value.Policy),
            Static = fields.Number("static", value.Static, Interval.ProperPart),
            Surge = fields.Number("surge", value.Surge, Interval.ProperPart),
            Threshold = fields.Number("threshold", value.Threshold, Interval.ProperPart),
        };
        if (value.Surge < value.Static)
        {
            fields.Refuse($"is {value.Surge:R}; it must be at least the static fee {value.Static:R}", "surge");
        }

        return value;
    }
}
