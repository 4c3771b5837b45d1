using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Balances that are no state are refused, by StatePreparation's StateVerdict, with what they are, what the limit is and what to do.</summary>
public sealed class StateGuardsTests
{
    private static readonly EllipsoidSurface Surface = EllipsoidSurface.FromAngles([2, 3, 4], [0.1, 0.2, 0.3], [0.5, 0.5, 1], [2, 2, 1]);
    private static readonly double[] Good = Surface.ToCentre().Balances.ToArray();

    [Theory]
    [InlineData(double.NaN, "balance NaN of asset 1")]
    [InlineData(double.PositiveInfinity, "balance Infinity of asset 1")]
    [InlineData(-1e-300, "balance -1E-300 of asset 1")]
    [InlineData(1.1e60, "balance 1.1E+60 of asset 1")]
    public void A_balance_outside_its_limits_is_refused(double balance, string what) =>
        Refused([what, "limits are 0 and 1E+60", "whole units"], [Good[0], balance, Good[2]]);

    [Fact]
    public void A_count_that_does_not_fit_is_refused()
    {
        Refused(["2 balances", "3 assets", "give one balance per asset"], [1, 1]);
        Refused(["4 balances", "3 assets"], [1, 1, 1, 1]);
        Assert.Contains("2 low parts of 3 balances", Assert.Throws<ArgumentException>(() => Surface.At(Good, [0, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_balances_at_all_are_refused()
    {
        Refused(["largest balance is 0", "1E-60", "at least one"], [0, 0, 0]);
        Refused(["largest balance is 0", "1E-60"], [-0.0, 0, 0]);
        Refused(["largest balance is 1E-61", "1E-60"], [1e-61, 1e-62, 0]);
    }

    [Fact]
    public void Proportions_beyond_the_surface_are_refused_in_words()
    {
        EllipsoidSurface sphere = EllipsoidSurface.FromAngles([1, 1, 1], new double[3], [0.01, 0.01, 0.01], [100, 100, 100]);
        Refused(sphere, ["no invariant", "vᵀMv is below 0", "move"], [1, 1e9, 1]);
        Refused(sphere, ["outside the trading arc", "price is not positive", "move"], [1, 3.9, 1]);
        Assert.False(sphere.TryAt([1, 1e9, 1], out EllipsoidState? none));
        Assert.Null(none);
    }

    [Fact]
    public void A_low_part_that_is_not_low_is_refused()
    {
        string message = Assert.Throws<ArgumentException>(() => Surface.At(Good, [0, 1, 0])).Message;
        Assert.Contains("low part 1 of balance", message, StringComparison.Ordinal);
        Assert.Contains("last place", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Surface.At(Good, [0, double.NaN, 0]));
    }

    [Fact]
    public void The_limits_themselves_are_states()
    {
        double largest = Good.Max();
        Assert.True(Surface.TryAt([.. Good.Select(balance => balance / largest * 1e60)], out EllipsoidState? huge));
        Assert.True(Surface.TryAt([.. Good.Select(balance => balance / largest * 1.01e-60)], out EllipsoidState? tiny));
        foreach (EllipsoidState state in new[] { huge, tiny })
        {
            double unit = state.Balances[0];
            Tolerance.AssertClose(
                Surface.At(Good).SwapExactIn(0, 1, 0.01 * Good[0]).Amount / Good[0], state.SwapExactIn(0, 1, 0.01 * unit).Amount / unit, 40, "relative amount out");
        }
    }

    private static void Refused(string[] words, double[] balances) => Refused(Surface, words, balances);

    private static void Refused(EllipsoidSurface surface, string[] words, double[] balances)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => surface.At(balances));
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.Equal("balances", exception.ParamName);
        Assert.False(surface.TryAt(balances, out _));
    }
}
