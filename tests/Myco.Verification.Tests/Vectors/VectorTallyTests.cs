using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Vectors;

/// <summary>VectorTally: a VectorKind for every kind of case, with what passed, what failed and the worst of it.</summary>
public sealed class VectorTallyTests
{
    [Fact]
    public void A_case_passes_up_to_the_limit_and_fails_beyond_it()
    {
        VectorTally tally = new(4);
        tally.Count("swap", "a[0]", 1);
        tally.Count("swap", "a[1]", 4);
        Assert.Equal((2L, 0L), (tally.Passed, tally.Failed));
        tally.Count("swap", "a[2]", Math.BitIncrement(4));
        tally.Count("swap", "a[3]", 2);
        Assert.Equal((3L, 1L), (tally.Passed, tally.Failed));
        VectorKind kind = Assert.Single(tally.Kinds);
        Assert.Equal(("swap", 4L, Math.BitIncrement(4), "a[2]"), (kind.Name, kind.Cases, kind.Worst, kind.Where));
        Assert.Equal("a[2]: swap: off by 4 ulp, the limit is 4", Assert.Single(tally.Failures));
    }

    [Fact]
    public void Kinds_stand_in_the_order_of_their_first_case_and_reverts_are_counted()
    {
        VectorTally tally = new(4);
        tally.Pass("b", "x", reverts: true);
        tally.Fail("a", "y", "why");
        tally.Fail("b", "z", "what", reverts: true);
        Assert.Equal(["b", "a"], tally.Kinds.Select(kind => kind.Name));
        Assert.Equal([2L, 0L], tally.Kinds.Select(kind => kind.Reverts));
        Assert.Equal(["y: a: why", "z: b: what"], tally.Failures);
        Assert.All(tally.Kinds, kind => Assert.Equal(double.PositiveInfinity, kind.Worst));
    }
}
