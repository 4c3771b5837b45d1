namespace Myco.Bench.Workloads;

/// <summary>A ratio between two works that compute different things is worth nothing: every scenario compares their results first.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-6;

    /// <exception cref="InvalidOperationException">Two results differ by more than the textbook's own errors.</exception>
    public static void Require(string what, ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            if (!(Math.Abs(ours[i] - theirs[i]) <= Tolerance * Math.Abs(ours[i])))
            {
                throw new InvalidOperationException($"{what}: element {i} is {theirs[i]:R}, ours is {ours[i]:R}.");
            }
        }
    }
}
