using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Tests.Reserve.Scenarios;

public class SplitMix64Tests
{
    [Fact]
    public void The_numbers_are_those_of_the_published_generator()
    {
        // Source: the test values of the reference implementation (Vigna, prng.di.unimi.it), seed 1234567.
        SplitMix64 random = new(1_234_567);
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.All(published, number => Assert.Equal(number, random.Next()));
    }

    [Fact]
    public void Numbers_stay_in_their_ranges_and_fill_them()
    {
        SplitMix64 random = new(7);
        double[] units = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextUnit())];
        Assert.All(units, unit => Assert.InRange(unit, 0, Math.BitDecrement(1.0)));
        Assert.InRange(units.Average(), 0.48, 0.52);
        double[] between = [.. Enumerable.Range(0, 10_000).Select(_ => random.Between(3, 5))];
        Assert.InRange(between.Min(), 3, 3.01);
        Assert.InRange(between.Max(), 4.99, 5);
        double[] small = [.. Enumerable.Range(0, 10_000).Select(_ => random.MostlySmall(0, 8))];
        Assert.InRange(small.Count(number => number < 1), 4_700, 5_300);
        int[] below = [.. Enumerable.Range(0, 1_000).Select(_ => random.Below(7))];
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], below.Distinct().Order());
    }
}
