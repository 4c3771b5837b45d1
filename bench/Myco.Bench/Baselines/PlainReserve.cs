using Myco.Engine.Reserve.System;

namespace Myco.Bench.Baselines;

/// <summary>Deposits and redemptions as one writes them from the specification in plain C#: doubles, arrays, one loop after the other, the surface's
/// quadratic by its textbook formula, the redemption curve by <see cref="PlainCurve"/>. No extended precision, nothing is kept of the order but its result.</summary>
internal sealed class PlainReserve
{
    private readonly int n;
    private readonly double[] values, units, weights, decayed, parts, balances, shares, after;
    private readonly double[] metric, image, lower, upper;
    private readonly double kappa, supply, flow, level, elapsed;
    private readonly SystemParameters parameters;
    private readonly PlainCurve curve;

    public PlainReserve(SystemState state)
    {
        n = state.VaultCount;
        parameters = state.Parameters;
        (values, units, weights, decayed) = (new double[n], new double[n], new double[n], new double[n]);
        (parts, balances, shares, after) = (new double[n], new double[n], new double[n], new double[n]);
        (metric, image, kappa) = (new double[n * n], new double[n], state.Surface.Kappa);
        (lower, upper) = (state.Surface.PriceLower.ToArray(), state.Surface.PriceUpper.ToArray());
        state.CopyTargets(weights);
        for (int i = 0; i < n; i++)
        {
            values[i] = state.Amounts[i] * state.Prices[i];
            units[i] = parameters.Vaults[i].CalibrationPrice / state.Prices[i];
            decayed[i] = state.Outflows[i].Flow.Value;
            image[i] = state.Surface.Columns.Image.High[i];
            for (int j = 0; j < n; j++)
            {
                metric[(i * n) + j] = state.Surface.Columns.Metric(i, j);
            }
        }

        (supply, flow, level, elapsed) = (state.Supply, state.RedemptionFlow, state.RedemptionLevel, state.Time - state.Outflows[0].Flow.Time);
        curve = new(parameters.Redemption);
    }

    /// <summary>The tokens minted for a value; NaN where a check refuses.</summary>
    public double Deposit(double value)
    {
        double total = Sum(values), excess = 0;
        for (int i = 0; i < n; i++)
        {
            parts[i] = Math.Max((weights[i] * (total + value)) - values[i], 0);
            excess += parts[i];
        }

        for (int i = 0; i < n; i++)
        {
            parts[i] *= value / excess;
            after[i] = values[i] + parts[i];
        }

        double before = Imbalance(values), then = Imbalance(after);
        double threshold = parameters.Fee.Threshold, least = parameters.Fee.Static;
        double fee = then > threshold && then > before ? least + ((parameters.Fee.Surge - least) * Math.Min((then - threshold) / (1 - threshold), 1)) : least;
        double invariant = Invariant(values, parts, 0), next = Invariant(values, parts, 1 - fee);
        bool isInBox = BoxExcess(next) <= 1 + 1e-9;
        double minted = supply * ((next / invariant) - 1);
        return isInBox && IsSafe(total, 1) && Invariant(values, parts, 1) > 0 ? minted : double.NaN;
    }

    /// <summary>The value paid for tokens; NaN where a check refuses.</summary>
    public double Redeem(double tokens)
    {
        double total = Sum(values), free = parameters.Dampening.Threshold * supply, end = flow + tokens;
        double effective = end <= free ? tokens : flow >= free ? free * free * ((1 / flow) - (1 / end)) : free - flow + (free * free * ((1 / free) - (1 / end)));
        double payout = curve.Payout(level, total, supply, effective), excess = 0;
        for (int i = 0; i < n; i++)
        {
            parts[i] = Math.Max(values[i] - (weights[i] * (total - payout)), 0);
            excess += parts[i];
        }

        for (int i = 0; i < n; i++)
        {
            parts[i] *= payout / excess;
            after[i] = values[i] - parts[i];
        }

        return IsSafe(total, -1) && Invariant(values, parts, -1) > 0 ? payout : double.NaN;
    }

    /// <summary>r of the values with a multiple of the parts: (t·v + √((t·v)² − κ·vᵀGv))/κ.</summary>
    private double Invariant(double[] held, double[] moved, double factor)
    {
        double linear = 0, square = 0;
        for (int i = 0; i < n; i++)
        {
            balances[i] = (held[i] + (factor * moved[i])) * units[i];
            linear += image[i] * balances[i];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                square += metric[(i * n) + j] * balances[i] * balances[j];
            }
        }

        return (linear + Math.Sqrt((linear * linear) - (kappa * square))) / kappa;
    }

    private double BoxExcess(double invariant)
    {
        double most = 0;
        for (int i = 0; i < n; i++)
        {
            shares[i] = -invariant * image[i];
            for (int j = 0; j < n; j++)
            {
                shares[i] += metric[(i * n) + j] * balances[j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                most = i == j ? most : Math.Max(most, shares[i] / upper[i] / (shares[j] / lower[j]));
            }
        }

        return most;
    }

    private bool IsSafe(double total, double direction)
    {
        double totalAfter = Sum(after);
        for (int i = 0; i < n; i++)
        {
            double distance = Math.Abs((after[i] / totalAfter) - weights[i]);
            double moved = (decayed[i] * Math.Pow(parameters.FlowLimits.Memory, elapsed)) + parts[i];
            if ((distance > parameters.Band.MaxDeviation * weights[i] && distance > Math.Abs((values[i] / total) - weights[i]))
                || moved > parameters.FlowLimits.ShortFlowThreshold * values[i] || values[i] + (direction * parts[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private double Imbalance(double[] held)
    {
        for (int i = 0; i < n; i++)
        {
            shares[i] = held[i] / weights[i];
        }

        Array.Sort(shares);
        double median = n % 2 == 1 ? shares[n / 2] : (shares[(n / 2) - 1] + shares[n / 2]) / 2, spread = 0;
        foreach (double share in shares)
        {
            spread += Math.Abs(share - median);
        }

        return spread / Sum(shares);
    }

    private static double Sum(double[] numbers)
    {
        double total = 0;
        foreach (double number in numbers)
        {
            total += number;
        }

        return total;
    }
}
