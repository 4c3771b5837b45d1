using System.Diagnostics.CodeAnalysis;

namespace Myco.Engine.Reserve.Flows;

/// <summary>Lets a flow of redemptions above a part of the supply have less and less effect.</summary>
/// <remarks><para>Pressure π = flow/(threshold·balance), penalty max(1, π²), multiplier 1/penalty, drain 1 − multiplier. Evaluated at a point, many
/// small orders would pay more than one large one; <see cref="Effective"/> gives every infinitesimal unit its own multiplier.</para>
/// <para>Source: spec 02-reserve-system, section 4.</para></remarks>
public sealed record FlowDampening
{
    /// <summary>Checks the threshold.</summary>
    /// <exception cref="ArgumentException">The threshold is not above 0 and finite.</exception>
    public FlowDampening(double threshold, ForfeitPolicy policy = ForfeitPolicy.Burn)
    {
        if (Problem(threshold) is string problem)
        {
            Throw(problem);
        }

        (Threshold, Policy) = (threshold, policy);
    }

    /// <summary>The flow, as a part of the supply, up to which nothing is dampened.</summary>
    public double Threshold { get; }

    /// <summary>What happens to the rest.</summary>
    public ForfeitPolicy Policy { get; }

    /// <summary>What is wrong with a threshold; null when nothing is.</summary>
    public static string? Problem(double threshold) => threshold > 0 && double.IsFinite(threshold)
        ? null
        : $"dampening threshold is {threshold:R}; it must be above 0 and finite; give the part of the supply that may be redeemed at full effect, such as 0.05";

    /// <summary>π, 1 where the dampening sets in.</summary>
    /// <param name="flow">The flow with the order in it, not below 0.</param>
    /// <param name="balance">The supply before the order, above 0.</param>
    public double Pressure(double flow, double balance) => flow / (Threshold * balance);

    /// <summary>min(1, 1/π²), above 0 and at most 1: what one more unit is worth at that flow.</summary>
    /// <param name="flow">The flow with the order in it, not below 0.</param>
    /// <param name="balance">The supply before the order, above 0.</param>
    public double Multiplier(double flow, double balance)
    {
        double inverse = Threshold * balance / flow;
        return inverse < 1 ? inverse * inverse : 1;
    }

    /// <summary>∫ min(1, (F/f)²) df for f from flow to flow + amount, with F = threshold·balance.</summary>
    /// <param name="flow">The flow before the order, not below 0.</param>
    /// <param name="amount">The order, not below 0.</param>
    /// <param name="balance">The supply before the order, above 0.</param>
    /// <remarks>At most the amount; the sum over parts of an order, on one balance, but for rounding.</remarks>
    public double Effective(double flow, double amount, double balance)
    {
        // spec 02 §4: F²(1/g − 1/h) = F(h − g)/h·(F/g) from g = max(flow, F) to h = flow + amount.
        double full = Threshold * balance, end = flow + amount;
        if (end <= full)
        {
            return amount;
        }

        double plain = Math.Max(full - flow, 0), start = Math.Max(flow, full);
        double dampened = (amount - plain) * (full / start) * (full / end);
        return Math.Min(plain + dampened, amount);
    }

    /// <summary>The order as the policy has it.</summary>
    /// <param name="flow">The flow before the order, not below 0.</param>
    /// <param name="amount">The order, not below 0.</param>
    /// <param name="balance">The supply before the order, above 0.</param>
    public DampenedAmount Dampen(double flow, double amount, double balance)
    {
        double effective = Effective(flow, amount, balance);
        return Policy == ForfeitPolicy.Burn ? new(effective, amount, 0) : new(effective, effective, amount - effective);
    }

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);
}
