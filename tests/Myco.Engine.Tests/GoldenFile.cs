using Myco.TestSupport;
using Myco.Verification;
using Myco.Verification.Vectors;

namespace Myco.Engine.Tests;

/// <summary>Replays a file of vectors whole.</summary>
internal static class GoldenFile
{
    /// <summary>The tally of a file of fixtures/vectors.</summary>
    public static VectorTally Replay(string name) => ReplayAt(Repository.PathOf("fixtures", "vectors", $"{name}.json"));

    public static VectorTally ReplayAt(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return VectorFiles.Replay(stream, Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>Fails unless so many cases passed and none failed; names the first that did.</summary>
    public static void AllPass(VectorTally tally, long cases)
    {
        Assert.True(tally.Failed == 0, $"{tally.Failed} of {tally.Passed + tally.Failed} fail; {string.Join("\n", tally.Failures.Take(5))}");
        Assert.Equal(cases, tally.Passed);
    }
}
