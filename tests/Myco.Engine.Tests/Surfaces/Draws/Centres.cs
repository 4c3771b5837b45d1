using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>The state in the middle of a surface's price box, with an invariant of 1000.</summary>
internal static class Centres
{
    public static EllipsoidState ToCentre(this EllipsoidSurface surface)
    {
        double[] prices = new double[surface.Dimension];
        double[] balances = new double[surface.Dimension];
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = Math.Sqrt(surface.PriceLower[i] * surface.PriceUpper[i]);
        }

        ArbitrageFormula.Target(surface.InQuadDouble, 1000, prices, balances, out _);
        return surface.At(balances);
    }
}
