using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Elementary functions of 1024 numbers in cache, per number.</summary>
internal static class ElementaryRows
{
    public static IReadOnlyList<RatioRow> Make()
    {
        ElementaryValues values = new();
        RatioRow Row(string title, Action ours, Action baseline)
        {
            values.Require(title, ours, baseline);
            return new(title, new Work("ours", values.Count, ours), new Work("scalar loop of Math", values.Count, baseline), Target.AtLeast(4));
        }

        return
        [
            Row("exponential", values.Exp, values.MathExp),
            Row("logarithm", values.Log, values.MathLog),
            Row("power", values.Pow, values.MathPow),
            Row("sine", values.Sin, values.MathSin),
            Row("cosine", values.Cos, values.MathCos),
            Row("normal quantile", values.Normal, values.MathNormal),
        ];
    }
}
