using System.Text;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests;

/// <summary>One replay of a text as a file of that name: what it came to, or why the file is refused.</summary>
internal sealed record VectorRun(VectorTally? Tally, DocumentException? Refusal)
{
    public IReadOnlyList<string> Failures => Replayed.Failures;

    private VectorTally Replayed => Tally ?? throw new Xunit.Sdk.XunitException($"The file was refused: {Refusal}");

    public static VectorRun Of(string name, JsonNode file, double mostUlp = VectorFiles.UlpLimit) => Of(name, file.ToJsonString(), mostUlp);

    public static VectorRun Of(string name, string text, double mostUlp = VectorFiles.UlpLimit) => Of(name, Encoding.UTF8.GetBytes(text), mostUlp);

    public static VectorRun Of(string name, byte[] bytes, double mostUlp = VectorFiles.UlpLimit)
    {
        using MemoryStream stream = new(bytes);
        try
        {
            return new(VectorFiles.Replay(stream, name, mostUlp), null);
        }
        catch (DocumentException exception)
        {
            return new(null, exception);
        }
    }

    /// <summary>Fails unless so many cases passed and so many failed, each failure named.</summary>
    public VectorRun Counts(long passed, long failed)
    {
        Assert.Equal((passed, failed), (Replayed.Passed, Replayed.Failed));
        Assert.Equal(failed, Failures.Count);
        return this;
    }

    /// <summary>Fails unless exactly one case failed, in words that hold what is given.</summary>
    public VectorRun HasOneFailure(string what)
    {
        Assert.Contains(what, Assert.Single(Failures), StringComparison.Ordinal);
        Assert.Equal(1, Replayed.Failed);
        return this;
    }

    /// <summary>Fails unless the file was refused in words that hold what is given.</summary>
    public void IsRefused(string what)
    {
        Assert.NotNull(Refusal);
        Assert.Contains(what, Refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Fails unless the run came to a tally with a sentence for each failure, or to a refusal in words.</summary>
    public void IsTold(string what)
    {
        Assert.True(Refusal is null || Refusal.Message.Length > 0, what);
        Assert.True(Tally is null || Tally.Failures.Count == Tally.Failed, what);
    }
}
