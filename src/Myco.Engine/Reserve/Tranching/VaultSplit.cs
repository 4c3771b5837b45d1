namespace Myco.Engine.Reserve.Tranching;

/// <summary>How a value is taken from the vaults, or put into them, so that each moves toward its target weight.</summary>
/// <remarks><para>Taking W from values V_i of sum V: e_i = V_i − w_i(V − W) is what vault i has over its target afterwards, and
/// x_i = W·max(e_i, 0)/Σ max(e, 0). As Σ e = W, no vault is overshot or overdrawn. Putting in mirrors it with e_i = w_i(V + W) − V_i.</para>
/// <para>Source: spec 02-reserve-system, section 2.</para></remarks>
public static class VaultSplit
{
    /// <summary>The parts of a withdrawal.</summary>
    /// <param name="values">N vault values V_i, none below 0.</param>
    /// <param name="targets">N target weights w_i, of sum 1.</param>
    /// <param name="amount">W, from 0 to the sum of the values; the whole sum empties every vault exactly.</param>
    /// <param name="parts">N parts x_i of sum W but for rounding, none above V_i; must not overlap the inputs.</param>
    public static void Withdraw(ReadOnlySpan<double> values, ReadOnlySpan<double> targets, double amount, Span<double> parts)
    {
        double total = Sum(values);
        if (amount >= total)
        {
            values.CopyTo(parts);
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Math.Max(values[i] - (targets[i] * (total - amount)), 0);
        }

        Scale(parts, amount);
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Math.Min(parts[i], values[i]);
        }
    }

    /// <summary>The parts of a deposit.</summary>
    /// <param name="values">N vault values V_i, none below 0.</param>
    /// <param name="targets">N target weights w_i, of sum 1.</param>
    /// <param name="amount">W, not below 0.</param>
    /// <param name="parts">N parts x_i of sum W but for rounding; must not overlap the inputs.</param>
    public static void Deposit(ReadOnlySpan<double> values, ReadOnlySpan<double> targets, double amount, Span<double> parts)
    {
        double total = Sum(values);
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Math.Max((targets[i] * (total + amount)) - values[i], 0);
        }

        Scale(parts, amount);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double total = 0;
        foreach (double value in values)
        {
            total += value;
        }

        return total;
    }

    private static void Scale(Span<double> parts, double amount)
    {
        double total = Sum(parts);
        double factor = total > 0 ? amount / total : 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] *= factor;
        }
    }
}
