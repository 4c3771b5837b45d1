using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>A redemption drawn by a seed: parameters, a state between floor and par, an amount.</summary>
internal sealed record DrawnRedemption(RedemptionParameters Parameters, RedemptionState State, double Amount)
{
    /// <summary>gyd-core's own sets, and sets with little and much of everything: together they have states of every region.</summary>
    public static readonly RedemptionParameters[] Sets =
    [
        new(1, 0.3, 0.6, 0.999), new(2, 0.5, 0.8, 0.999), new(0.5, 0.1, 0.3, 0.999), new(0.8, 0.9, 0, 0.999), new(0.05, 0.2, 0.5, 0.999),
        new(20, 0.4, 0.2, 0.999), new(1e4, 0.3, 0.7, 0.999), new(3, 0, 0.1, 0.999), new(0.4, 0, 0.6, 0.999), new(0.3, 1, 0.9, 0.999),
        new(1e-3, 0.5, 0.5, 0.999), new(1.5, 0.7, 0.999, 0.999),
    ];

    public static DrawnRedemption Draw(Random random)
    {
        RedemptionParameters parameters = Sets[random.Next(Sets.Length)];
        double anchor = Math.Pow(10, 18 * random.NextDouble());
        double level = random.Next(6) switch
        {
            0 => 0,
            1 => Math.Pow(10, -12 * random.NextDouble()),
            2 => 1 - Math.Pow(10, -6 * random.NextDouble()),
            _ => random.NextDouble(),
        };
        double part = random.Next(5) switch
        {
            0 => Math.Pow(10, -12 * random.NextDouble()),
            1 => 1 - Math.Pow(10, -12 * random.NextDouble()),
            _ => random.NextDouble(),
        };
        double supply = anchor * (1 - level);
        double backing = parameters.FloorRate + ((1 - parameters.FloorRate) * part);
        double amount = supply * (random.Next(4) switch { 0 => 1, 1 => Math.Pow(10, -9 * random.NextDouble()), _ => random.NextDouble() });
        return new(parameters, new(anchor * level, supply * backing, supply), Math.Max(amount, double.Epsilon));
    }

    public static IEnumerable<DrawnRedemption> Many(int count, int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            DrawnRedemption drawn = Draw(random);
            if (drawn.State.Supply > 0 && drawn.Amount > 0)
            {
                yield return drawn;
            }
        }
    }
}
