using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>256-bit arithmetic against BigInteger, per operation.</summary>
internal static class WideIntegerRows
{
    private const int Count = 1024;

    public static IReadOnlyList<RatioRow> Make()
    {
        // A balance of 10¹² tokens against a price or a weight; two numbers near 1 with 38 decimals; full words.
        WideIntegers amounts = new(Count, 104, 88), units = new(Count, 126, 126), words = new(Count, 254, 250), roots = new(Count, 192, 192);
        Work multiply18 = Per(amounts, "BigInteger", amounts.BigMultiply18);
        return
        [
            Row("256-bit a·b/1e18, one at a time", amounts, amounts.MultiplyDown18, multiply18, Target.AtLeast(19)),
            Row("256-bit a·b/1e18, in lanes", amounts, amounts.MultiplyDown18InLanes, multiply18, Target.AtLeast(70)),
            Row("256-bit a·b/1e38, signed", units, units.Multiply38, Per(units, "BigInteger", units.BigMultiply38), Target.AtLeast(10)),
            Row("256-bit a·b/c, 512-bit product", words, words.MultiplyDivide, Per(words, "BigInteger", words.BigMultiplyDivide), Target.None),
            Row("square root of 254 bits", words, words.Root, Per(words, "BigInteger, Newton", words.BigRoot), Target.AtLeast(45)),
            Row("square root of 192 bits", roots, roots.Root, Per(roots, "BigInteger, Newton", roots.BigRoot), Target.None),
            Row("square root of 512 bits", words, words.WideRoot, Per(words, "BigInteger, Newton", words.BigWideRoot), Target.None),
        ];
    }

    private static Work Per(WideIntegers scenario, string name, Action run) => new(name, scenario.Count, run);

    private static RatioRow Row(string title, WideIntegers scenario, Action ours, Work baseline, Target target)
    {
        scenario.Require(title, ours, baseline.Run);
        return new(title, new Work("ours", scenario.Count, ours), baseline, target);
    }
}
