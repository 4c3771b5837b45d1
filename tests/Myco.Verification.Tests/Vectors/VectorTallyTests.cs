using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Vectors;

/// <summary>VectorTally and its VectorKind.</summary>
public sealed class VectorTallyTests
{
    [Fact]
    public void Cases_are_counted_by_kind_with_the_worst_error_and_its_place()
    {
        VectorTally tally = new(mostUlp: 4);
        tally.Count("swap", "a", 1);
        tally.Count("swap", "b", 3);
        tally.Count("swap", "c", 2);
        tally.Count("mint", "d", 4.5);
        tally.Pass("revert", "e", reverts: true);
        Assert.Equal((4, 1), (tally.Passed, tally.Failed));
        Assert.Equal(["swap", "mint", "revert"], tally.Kinds.Select(kind => kind.Name));
        VectorKind[] kinds = [.. tally.Kinds];
        Assert.Equal((3, 3.0, "b"), (kinds[0].Cases, kinds[0].Worst, kinds[0].Where));
        Assert.Equal((0, 1, 4.5), (kinds[1].Passed, kinds[1].Failed, kinds[1].Worst));
        Assert.Equal((1, 1, "e"), (kinds[2].Reverts, kinds[2].Passed, kinds[2].Where));
        Assert.Equal("d: mint: off by 4.5 ulp, the limit is 4", Assert.Single(tally.Failures));
    }

    [Fact]
    public void What_cannot_be_measured_is_infinitely_wrong_and_no_number_hides_it()
    {
        VectorTally tally = new(mostUlp: 4);
        tally.Fail("swap", "a", "no result");
        tally.Count("swap", "b", 3);
        tally.Count("swap", "c", double.NaN);
        VectorKind kind = Assert.Single(tally.Kinds);
        Assert.Equal((1, 2, double.PositiveInfinity, "a"), (kind.Passed, kind.Failed, kind.Worst, kind.Where));
        Assert.Equal("a: swap: no result", tally.Failures[0]);
    }
}
