using System.Globalization;

namespace Myco.Verification.Vectors;

/// <summary>Counts the cases of one file by kind, with the worst error of each and where it is.</summary>
/// <param name="mostUlp">The largest error that passes.</param>
public sealed class VectorTally(double mostUlp)
{
    private readonly Dictionary<string, VectorKind> _kinds = [];
    private readonly List<string> _failures = [];

    /// <summary>The kinds in the order of their first case.</summary>
    public IEnumerable<VectorKind> Kinds => _kinds.Values;

    /// <summary>Every case that failed, in words.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The cases that passed.</summary>
    public long Passed => _kinds.Values.Sum(kind => kind.Passed);

    /// <summary>The cases that failed.</summary>
    public long Failed => _kinds.Values.Sum(kind => kind.Failed);

    /// <summary>Counts a case by its error.</summary>
    /// <param name="kind">The case's kind.</param>
    /// <param name="where">Where the case stands in the file.</param>
    /// <param name="error">Its error in ulp.</param>
    internal void Count(string kind, string where, double error)
    {
        VectorKind entry = Of(kind);
        if (entry.Where.Length == 0 || error > entry.Worst)
        {
            (entry.Worst, entry.Where) = (error, where);
        }

        if (error <= mostUlp)
        {
            entry.Passed++;
            return;
        }

        entry.Failed++;
        string text = error.ToString("G6", CultureInfo.InvariantCulture);
        _failures.Add($"{where}: {kind}: off by {text} ulp, the limit is {mostUlp.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Counts a case that failed without an error to measure.</summary>
    /// <param name="kind">The case's kind.</param>
    /// <param name="where">Where the case stands in the file.</param>
    /// <param name="why">What differs.</param>
    /// <param name="reverts">Whether the case expects a revert.</param>
    internal void Fail(string kind, string where, string why, bool reverts = false)
    {
        VectorKind entry = Of(kind);
        entry.Failed++;
        entry.Reverts += reverts ? 1 : 0;
        if (!double.IsPositiveInfinity(entry.Worst))
        {
            (entry.Worst, entry.Where) = (double.PositiveInfinity, where);
        }

        _failures.Add($"{where}: {kind}: {why}");
    }

    /// <summary>Counts a case whose expected verdict, or exact result, came.</summary>
    /// <param name="kind">The case's kind.</param>
    /// <param name="where">Where the case stands in the file.</param>
    /// <param name="reverts">Whether the case expects a revert.</param>
    internal void Pass(string kind, string where, bool reverts = false)
    {
        VectorKind entry = Of(kind);
        entry.Passed++;
        entry.Reverts += reverts ? 1 : 0;
        entry.Where = entry.Where.Length == 0 ? where : entry.Where;
    }

    private VectorKind Of(string kind)
    {
        if (!_kinds.TryGetValue(kind, out VectorKind? entry))
        {
            entry = new VectorKind(kind);
            _kinds.Add(kind, entry);
        }

        return entry;
    }
}
