using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;

namespace Myco.Engine.Tests.Pools;

public sealed class KeptTests
{
    [Fact]
    public void A_value_that_was_not_refused_is_taken_without_a_word()
    {
        Fault fault = default;
        Kept<int> kept = new(7, default);
        Assert.False(kept.IsRefused);
        Assert.Equal(7, kept.Take(ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void A_refusal_is_raised_each_time_the_value_is_taken_and_not_before()
    {
        Fault refusal = default;
        refusal.Raise(Revert.ZeroDivision);
        Kept<int> kept = new(0, refusal);
        Assert.True(kept.IsRefused);
        for (int time = 0; time < 2; time++)
        {
            Fault fault = default;
            _ = kept.Take(ref fault);
            Assert.Equal(Revert.ZeroDivision, fault.ToRevert());
        }
    }

    [Fact]
    public void What_was_raised_before_stands()
    {
        Fault refusal = default, fault = default;
        refusal.Raise(Revert.ZeroDivision);
        fault.Raise(Revert.SwapsDisabled);
        _ = new Kept<int>(0, refusal).Take(ref fault);
        Assert.Equal(Revert.SwapsDisabled, fault.ToRevert());
    }
}
