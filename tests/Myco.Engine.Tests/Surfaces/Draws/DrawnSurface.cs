using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Oracle;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>A surface with the numbers that it was drawn from.</summary>
internal sealed class DrawnSurface(string name, double[] stretch, double[] angles, double[] lower, double[] upper)
{
    private readonly Lazy<EllipsoidSurface> _surface = new(() => EllipsoidSurface.FromAngles(stretch, angles, lower, upper));
    private readonly Lazy<TextbookSurface> _textbook = new(() => new(stretch, angles, lower, upper));

    public double[] Stretch => stretch;

    public double[] Angles => angles;

    public double[] Lower => lower;

    public double[] Upper => upper;

    public int Dimension => stretch.Length;

    public double LargestStretch => stretch.Max();

    public bool IsAxisAligned => Array.TrueForAll(angles, angle => angle == 0);

    public EllipsoidSurface Surface => _surface.Value;

    public TextbookSurface Textbook => _textbook.Value;

    /// <summary>Prices in the box, even on a logarithmic scale.</summary>
    public double[] Prices(Random random) => [.. lower.Select((low, i) => Math.Clamp(low * Math.Pow(upper[i] / low, random.NextDouble()), low, upper[i]))];

    /// <summary>The balances v(p) at an invariant, rounded.</summary>
    public double[] Balances(double invariant, double[] prices)
    {
        double[] balances = new double[Dimension];
        ArbitrageFormula.Target<QuadDouble>(Surface.InQuadDouble, invariant, prices, balances, out _);
        return balances;
    }

    /// <summary>A state v(p) for prices in the box.</summary>
    public EllipsoidState State(Random random) => Surface.At(Balances(Math.Pow(10, 9 * random.NextDouble()), Prices(random)));

    /// <summary>A state near the corner of the box where the pool holds next to nothing but one asset.</summary>
    public EllipsoidState Cornered(int asset, Random random)
    {
        double inward = Math.Pow(10, -8 * random.NextDouble());
        double[] prices = [.. lower.Select((low, i) => i == asset ? low * Math.Pow(upper[i] / low, inward) : upper[i] * Math.Pow(low / upper[i], inward))];
        return Surface.At(Balances(1000, prices));
    }

    public override string ToString() => name;
}
