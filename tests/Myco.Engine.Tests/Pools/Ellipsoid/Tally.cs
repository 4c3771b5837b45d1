using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Counts verdicts by operation and keeps the first failures.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long[]> _counts = [];

    public List<string> Failures { get; } = [];

    public long Answers => Of(Verdict.Exact) + Of(Verdict.OneUnit) + Of(Verdict.AtTheEnd) + Of(Verdict.Worse);

    public void Add(string operation, Verdict verdict, Func<string> describe)
    {
        if (!_counts.TryGetValue(operation, out long[]? counts))
        {
            _counts[operation] = counts = new long[Enum.GetValues<Verdict>().Length];
        }

        counts[(int)verdict]++;
        if (verdict is Verdict.WrongSide or Verdict.FalseRefusal or Verdict.Worse && Failures.Count < 20)
        {
            Failures.Add($"{verdict}: {operation} {describe()}");
        }
    }

    public long Of(Verdict verdict) => _counts.Values.Sum(counts => counts[(int)verdict]);

    public long Of(string operation, Verdict verdict) => _counts.TryGetValue(operation, out long[]? counts) ? counts[(int)verdict] : 0;

    public override string ToString() => string.Join('\n', _counts.Select(entry =>
        $"{entry.Key}: " + string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{verdict} {entry.Value[(int)verdict]}"))));
}
