namespace Myco.Engine.Tests.Batch;

/// <summary>Swaps of every kind, size and fault: most good, some refused for each reason.</summary>
internal sealed class Orders
{
    private static readonly double[] Faults = [0, -0.0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e9, double.Epsilon];

    public Orders(int dimension, int count, int seed)
    {
        Random random = new(seed);
        Kinds = new SwapKind[count];
        AssetsIn = new int[count];
        AssetsOut = new int[count];
        Amounts = new double[count];
        for (int i = 0; i < count; i++)
        {
            Kinds[i] = (SwapKind)random.Next(2);
            AssetsIn[i] = random.Next(dimension);
            AssetsOut[i] = (AssetsIn[i] + 1 + random.Next(dimension - 1)) % dimension;
            Amounts[i] = 100 * random.NextDouble() * Math.Pow(10, -random.Next(6));
            if (random.Next(10) == 0)
            {
                Spoil(random, dimension, i);
            }
        }
    }

    public SwapKind[] Kinds { get; }

    public int[] AssetsIn { get; }

    public int[] AssetsOut { get; }

    public double[] Amounts { get; }

    public int Count => Amounts.Length;

    private void Spoil(Random random, int dimension, int i)
    {
        switch (random.Next(4))
        {
            case 0:
                AssetsOut[i] = random.Next(2) == 0 ? -1 - random.Next(9) : dimension + random.Next(9);
                break;
            case 1:
                AssetsIn[i] = AssetsOut[i];
                break;
            default:
                Amounts[i] = Faults[random.Next(Faults.Length)];
                break;
        }
    }
}
