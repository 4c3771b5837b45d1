using System.Globalization;
using System.Text;

namespace Myco.Bench.Ratios;

/// <summary>Prints rows as they are measured, and counts what they reach.</summary>
internal sealed class RatioTable(TextWriter writer)
{
    private static readonly CompositeFormat Layout = CompositeFormat.Parse("{0,-52} {1,9} {2,8}  {3,-34} {4,10} {5,9} {6,9}  {7}");

    public int Reached { get; private set; }

    public int Missed { get; private set; }

    public int NotInstalled { get; private set; }

    public void WriteHeader() => Write("work", "ours ns", "ours B", "baseline", "ns", "ratio", "target", "reached");

    public void Write(RatioRow row, Timing ours, Timing? baseline)
    {
        if (baseline is not Timing other)
        {
            NotInstalled++;
            Write(row.Title, Number(ours.Nanoseconds), Number(ours.Bytes), row.Baseline.Name, "", "", row.Target.ToString(), "not installed");
            return;
        }

        double ratio = row.Target.Ratio(ours, other);
        bool allocates = row.MustNotAllocate && ours.Bytes != 0;
        bool reached = row.Target.IsReached(ours, ratio) && !allocates;
        string verdict = allocates ? "no: allocates" : row.Target.Kind == TargetKind.None ? "" : reached ? "yes" : "no";
        Reached += verdict == "yes" ? 1 : 0;
        Missed += reached ? 0 : 1;
        Write(row.Title, Number(ours.Nanoseconds), Number(ours.Bytes), row.Baseline.Name, Number(other.Nanoseconds),
            Number(ratio) + "×", row.Target.ToString(), verdict);
    }

    private void Write(params object[] cells) => writer.WriteLine(string.Format(CultureInfo.InvariantCulture, Layout, cells).TrimEnd());

    /// <summary>Three significant digits, without an exponent.</summary>
    private static string Number(double value)
    {
        double magnitude = Math.Abs(value);
        string format = magnitude == 0 ? "0" : magnitude < 1 ? "0.000" : magnitude < 10 ? "0.00" : magnitude < 100 ? "0.0" : "0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
