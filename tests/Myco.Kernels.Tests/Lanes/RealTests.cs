using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Lanes;

/// <summary>IReal and IExtendedReal: one formula, by selects, for a double, packs, double-doubles and quad-doubles.</summary>
public class RealTests
{
    [Fact]
    public void One_formula_gives_every_precision_the_branch_that_a_double_takes()
    {
        foreach (double x in Numbers.Edges)
        {
            foreach (double y in Numbers.Edges)
            {
                double expected = x < y ? 1 : x <= y ? 2 : 3;
                Assert.Equal(expected, Order<Lane1>(x, y).Value);
                Assert.Equal(expected, Order<DoubleDouble>(x, y).High);

                // Quad-doubles compare by their difference, which has to be in range.
                if (double.IsFinite(x - y) || double.IsNaN(x) || double.IsNaN(y))
                {
                    Assert.Equal(expected, Order<QuadDouble>(x, y).X0);
                }
            }
        }
    }

    [Fact]
    public void The_lower_parts_decide_between_extended_numbers_of_one_leading_part()
    {
        DoubleDouble more = new(1, 1e-20), less = new(1, -1e-20);
        Assert.Equal(1, Order(less, more).High);
        Assert.Equal(2, Order(more, more).High);
        Assert.Equal(3, Order(more, less).High);
        QuadDouble a = new(1, 1e-17, 1e-34, 1e-51), b = new(1, 1e-17, 1e-34, 0);
        Assert.Equal(1, Order(b, a).X0);
        Assert.Equal(2, Order(a, a).X0);
        Assert.Equal(3, Order(a, b).X0);
    }

    [Fact]
    public void Min_and_max_are_one_of_the_two_and_NaN_wins()
    {
        DoubleDouble more = new(1, 1e-20), less = new(1, -1e-20), nan = double.NaN;
        Assert.Equal(less, DoubleDouble.Min(more, less));
        Assert.Equal(more, DoubleDouble.Max(less, more));
        QuadDouble a = new(1, 1e-17, 1e-34, 1e-51), b = new(1, 1e-17, 1e-34, 0), none = double.NaN;
        Assert.Equal(b, QuadDouble.Min(a, b));
        Assert.Equal(a, QuadDouble.Max(a, b));
        foreach (double result in new[]
        {
            DoubleDouble.Min(nan, more).High, DoubleDouble.Min(more, nan).High, DoubleDouble.Max(nan, more).High, DoubleDouble.Max(more, nan).High,
            QuadDouble.Min(none, a).X0, QuadDouble.Min(a, none).X0, QuadDouble.Max(none, a).X0, QuadDouble.Max(a, none).X0,
        })
        {
            Assert.True(double.IsNaN(result));
        }
    }

    [Fact]
    public void Masks_combine_and_cut_numbers_in_every_precision()
    {
        CheckMasks(new DoubleDouble(1, 1e-20), DoubleDouble.Zero);
        CheckMasks(new QuadDouble(1, 1e-17, 1e-34, 1e-51), QuadDouble.Zero);
        CheckMasks<Lane1>(3, 0);
    }

    [Fact]
    public void Each_precision_keeps_of_four_parts_what_it_can()
    {
        Assert.Equal((0, false), Rest<Lane1>());
        Assert.Equal((Math.ScaleB(1, -54), false), Rest<DoubleDouble>());
        Assert.Equal((Math.ScaleB(1, -54), true), Rest<QuadDouble>());
        Assert.True(Lane1.Precision < DoubleDouble.Precision && DoubleDouble.Precision < QuadDouble.Precision);
    }

    /// <summary>What 1 + 2⁻⁵⁴ + 2⁻¹⁰⁸ + 2⁻¹⁶² leaves beside 1, and whether it is more than 2⁻⁵⁴.</summary>
    private static (double Value, bool IsMore) Rest<TReal>()
        where TReal : struct, IExtendedReal<TReal>
    {
        TReal rest = TReal.MultiplyAdd(TReal.FromParts(1, Math.ScaleB(1, -54), Math.ScaleB(1, -108), Math.ScaleB(1, -162)), 1.0, -1);
        return (TReal.ToDouble(rest), rest > Math.ScaleB(1, -54));
    }

    private static TReal Order<TReal>(TReal x, TReal y)
        where TReal : struct, IReal<TReal> => TReal.Select(TReal.LessThan(x, y), 1, TReal.Select(TReal.LessThanOrEqual(x, y), 2, 3));

    private static void CheckMasks<TReal>(TReal number, TReal zero)
        where TReal : struct, IReal<TReal>
    {
        TReal holds = TReal.LessThan(0, number), fails = TReal.LessThan(number, 0);
        Assert.Equal(number, number & holds);
        Assert.Equal(zero, number & fails);
        Assert.Equal(number, number & (fails | holds));
        Assert.Equal((true, true, false, false), (TReal.All(holds), TReal.Any(holds), TReal.All(fails), TReal.Any(fails)));
        Assert.Equal((true, false), (TReal.All(holds | fails), TReal.Any(holds & fails)));
    }
}
