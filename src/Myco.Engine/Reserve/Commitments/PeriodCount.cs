using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>Units committed within the present period; a new period starts at none.</summary>
/// <param name="Period">The period's number, ⌊time/length⌋.</param>
/// <param name="Units">The units committed in it.</param>
public readonly record struct PeriodCount(long Period, double Units) : IDeclared<PeriodCount>
{
    static PeriodCount IDeclared<PeriodCount>.Accept(IFields fields, PeriodCount value) => new(
        fields.Whole("period", value.Period, long.MinValue, long.MaxValue),
        fields.Number("units", value.Units, Interval.NotNegative));

    /// <summary>The units committed in the period of that time.</summary>
    public double At(double time, double length) => PeriodOf(time, length) == Period ? Units : 0;

    /// <summary>The count after further units at that time.</summary>
    public PeriodCount Add(double units, double time, double length) => new(PeriodOf(time, length), At(time, length) + units);

    private static long PeriodOf(double time, double length) => (long)Math.Floor(Math.Min(time / length, 1e18));
}
