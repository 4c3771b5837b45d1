using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>Random extended numbers from a seed: full, short, gapped and nearly cancelling ones.</summary>
internal sealed class RandomReals(int seed)
{
    private readonly Random random = new(seed);

    public double Double(int range)
    {
        double value = Math.ScaleB(1 + random.NextDouble(), random.Next(-range, range + 1));
        return random.Next(2) == 0 ? value : -value;
    }

    /// <summary>A sum of up to four random numbers whose magnitudes fall by 53 bits, or by many more where a gap is drawn.</summary>
    public QuadDouble Quad(int range)
    {
        QuadDouble sum = Double(range);
        int terms = random.Next(4);
        double scale = sum.X0;
        for (int i = 0; i < terms; i++)
        {
            int gap = random.Next(4) == 0 ? random.Next(54, 160) : 53;
            scale = Math.ScaleB(scale, -gap) * (random.NextDouble() - 0.5) * 2;
            sum += scale;
        }

        return sum;
    }

    public DoubleDouble Pair(int range)
    {
        double high = Double(range);
        int kind = random.Next(4);
        double half = Math.BitIncrement(Math.Abs(high)) - Math.Abs(high);
        double low = kind switch { 0 => 0, 1 => Math.ScaleB(half, -random.Next(40)) * (random.NextDouble() - 0.5), _ => half * 0.999 * (random.NextDouble() - 0.5) };
        return DoubleDouble.Sum(high, low);
    }

    /// <summary>A number that agrees with −x in some leading bits.</summary>
    public QuadDouble Cancelling(QuadDouble x) =>
        random.Next(5) switch
        {
            0 => -x,
            1 => new QuadDouble(-x.X0, Double(0) * x.X1, x.X2, 0),
            2 => new QuadDouble(-x.X0, -x.X1, Double(0) * x.X2, x.X3),
            3 => -x + (x.X0 * Math.ScaleB(random.NextDouble(), -random.Next(200))),
            _ => new QuadDouble(-x.X0, 0, 0, 0),
        };
}
