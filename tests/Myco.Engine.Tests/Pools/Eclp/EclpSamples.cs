using Myco.Engine.Pools.Eclp;
using Myco.TestSupport;
using Myco.Verification.Eclp;

namespace Myco.Engine.Tests.Pools.Eclp;

/// <summary>The parameter sets and swaps of fixtures/vectors/eclp.json.</summary>
internal static class EclpSamples
{
    /// <summary>Every set.</summary>
    public static IReadOnlyList<EclpVectorSet> All { get; } = Read();

    /// <summary>Every set that both validators accept, by its name.</summary>
    public static Dictionary<string, EclpParameters> Valid { get; } = All
        .Where(set => set.IsValid)
        .ToDictionary(set => set.Id, set => EclpParameters.Create(set.Curve, set.Derived));

    /// <summary>Every swap that has an answer, with its set.</summary>
    public static IEnumerable<(EclpVectorSet Set, EclpSwapVector Swap)> Answered { get; } =
        [.. All.SelectMany(set => set.Swaps.Where(swap => swap.Result is not null).Select(swap => (set, swap)))];

    private static IReadOnlyList<EclpVectorSet> Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("fixtures", "vectors", "eclp.json"));
        return EclpVectors.Read(stream);
    }
}
