using FsCheck;
using FsCheck.Fluent;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Reserve.Operations;

namespace Myco.Engine.Tests.Reserve;

public class OperationSequenceTests
{
    private const int Sequences = 40;
    private const int Orders = 200;

    [Fact]
    public void Any_orders_in_any_order_keep_every_law()
    {
        Dictionary<string, int> done = [];
        HashSet<(SystemCheck Check, Type Operation)> refused = [];
        Prop.ForAll(Sequence, seeds =>
        {
            using OperationSequence sequence = new(seeds[0]);
            foreach (int seed in seeds[1..])
            {
                sequence.Step(seed);
            }

            sequence.Replay();
            refused.UnionWith(sequence.Refused);
            foreach ((string what, int count) in sequence.Done)
            {
                done[what] = done.GetValueOrDefault(what) + count;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithReplay(20_261_120, 11));
        string[] kinds = [.. typeof(SystemOperation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SystemOperation))).Select(type => type.Name)];
        foreach (string what in (string[])[.. kinds, nameof(SystemCheck.WeightBand), nameof(SystemCheck.SupplyCap), nameof(SystemCheck.InvalidAmount), nameof(SystemCheck.Attestation)])
        {
            Assert.True(done.GetValueOrDefault(what) >= 20, $"{what} came {done.GetValueOrDefault(what)} times; all: {string.Join(", ", done)}");
        }

        // What random orders meet has a case of its own, with its numbers.
        Assert.Subset(OperationRefusalTests.Pairs, refused);
    }

    /// <summary>The seed of the parameters, then a seed for each order; shrunk by leaving orders out.</summary>
    private static Arbitrary<int[]> Sequence => Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(Orders + 1), Shorter);

    private static IEnumerable<int[]> Shorter(int[] seeds)
    {
        for (int length = (seeds.Length - 1) / 2; length > 0; length /= 2)
        {
            for (int start = 1; start + length <= seeds.Length; start += length)
            {
                yield return [.. seeds[..start], .. seeds[(start + length)..]];
            }
        }
    }
}
