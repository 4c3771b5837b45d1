using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>What a channel keeps of one contributor; a value.</summary>
/// <param name="LastTime">When the contributor last committed; −∞ before the first.</param>
/// <param name="Period">The contributor's units in the present period.</param>
/// <param name="Serial">The highest serial number of an attestation that was used; −1 before the first.</param>
/// <param name="MonthsPaid">The subscription payments in a row.</param>
public readonly record struct ContributorAccount(double LastTime, PeriodCount Period, long Serial, int MonthsPaid) : IDeclared<ContributorAccount>
{
    static ContributorAccount IDeclared<ContributorAccount>.Accept(IFields fields, ContributorAccount value) => new(
        fields.Number("lastTime", value.LastTime, new Interval(double.NegativeInfinity, fields.Present)),
        fields.Part("period", value.Period),
        fields.Whole("serial", value.Serial, long.MinValue, long.MaxValue),
        (int)fields.Whole("monthsPaid", value.MonthsPaid, 0, int.MaxValue));

    /// <summary>A contributor who has not yet committed anything.</summary>
    public static ContributorAccount New => new(double.NegativeInfinity, default, -1, 0);

    /// <summary>The account after units at that time.</summary>
    public ContributorAccount Commit(ChannelParameters parameters, double units, double time) =>
        this with { LastTime = time, Period = Period.Add(units, time, parameters.Period) };
}
