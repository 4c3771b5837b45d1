using Myco.Engine.Reserve.Redemption;

namespace Myco.Bench.Baselines;

/// <summary>The redemption curve straight from its definition: the anchored reserve through the state by bisection, without the regions' closed forms.</summary>
internal sealed class PlainCurve(RedemptionParameters parameters)
{
    private const int Halvings = 50;

    public double Payout(double level, double reserve, double supply, double amount)
    {
        double anchor = supply + level, x = level / anchor, held = reserve / anchor, floor = parameters.FloorRate;
        if (reserve >= supply)
        {
            return amount;
        }

        if (reserve <= floor * supply)
        {
            return amount * reserve / supply;
        }

        double least = floor, most = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (least + most) / 2;
            (least, most) = Reserve(middle, x) > held ? (least, middle) : (middle, most);
        }

        return anchor * (held - Reserve(least, x + (amount / anchor)));
    }

    /// <summary>b(x) of the curve that begins at an anchored reserve.</summary>
    private double Reserve(double anchored, double x)
    {
        double theta = 1 - parameters.FloorRate, deficit = 1 - anchored;
        double steepest = anchored >= (1 + parameters.FloorRate) / 2 ? 2 * deficit : theta * theta / (2 * (anchored - parameters.FloorRate));
        double alpha = Math.Max(parameters.Curvature, steepest);
        double start = alpha * deficit <= theta * theta / 2 ? 1 - Math.Sqrt(2 * deficit / alpha) : 1 - (deficit / theta) - (theta / (2 * alpha));
        start = Math.Clamp(start, 0, parameters.Threshold);
        double root = ((1 - start) * (1 - start)) - (2 * deficit / alpha);
        double limit = root >= 0 ? 1 - Math.Sqrt(root) : 1;
        return x <= start ? anchored - x
            : x <= limit ? anchored - x + (alpha * (x - start) * (x - start) / 2)
            : (1 - (alpha * (limit - start))) * (1 - x);
    }
}
