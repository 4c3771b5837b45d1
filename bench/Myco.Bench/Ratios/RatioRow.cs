namespace Myco.Bench.Ratios;

/// <summary>One line of the table: a work of ours against a baseline.</summary>
/// <param name="Title">The work, in the words of the performance document.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Baseline">The baseline's name and work; no work where it is not installed.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="MustNotAllocate">Whether ours has to allocate nothing.</param>
internal sealed record RatioRow(string Title, Work Ours, (string Name, Work? Work) Baseline, Target Target, bool MustNotAllocate = true)
{
    public RatioRow(string title, Work ours, Work baseline, Target target, bool mustNotAllocate = true)
        : this(title, ours, (baseline.Name, baseline), target, mustNotAllocate)
    {
    }
}
