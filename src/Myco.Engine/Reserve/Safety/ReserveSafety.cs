using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Pools.GydCore;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.Safety;

/// <summary>Whether an order leaves the weights of the vaults where they may be.</summary>
/// <remarks><para>Every vault lies within its band afterwards, or its weight goes where <see cref="OutsideRule"/> says. A vault that is empty before and
/// after is not counted, and what takes everything is always safe: else an empty vault outside its band would trap every holder. A vault whose target is 0 is never filled.</para>
/// <para>Source: spec 02-reserve-system, section 2. The on-chain form to the last digit is <see cref="ExactReserveSafety"/>.</para></remarks>
internal sealed record ReserveSafety
{
    // Weights that a proportional order, or a split toward the targets, leaves alone may come out so much apart.
    private const double WeightRounding = 1e-12;

    /// <summary>Checks the numbers.</summary>
    /// <param name="largestDeviation">How far a weight may be from its target, above 0.</param>
    /// <param name="band">What the deviation is a part of.</param>
    /// <param name="outside">What an order must do to a vault outside its band.</param>
    /// <param name="minimumPrice">A vault needs one token of at least this price in dollars.</param>
    /// <exception cref="ArgumentException">A number breaks its limit; the message has both and what to do.</exception>
    public ReserveSafety(
        double largestDeviation, BandKind band = BandKind.Relative, OutsideRule outside = OutsideRule.NotFarther, double minimumPrice = 0)
    {
        if (Problem(largestDeviation, minimumPrice) is string problem)
        {
            Throw(problem);
        }

        (LargestDeviation, Band, Outside, MinimumPrice) = (largestDeviation, band, outside, minimumPrice);
    }

    /// <summary>How far a weight may be from its target.</summary>
    public double LargestDeviation { get; }

    /// <summary>What the deviation is a part of.</summary>
    public BandKind Band { get; }

    /// <summary>What an order must do to a vault outside its band.</summary>
    public OutsideRule Outside { get; }

    /// <summary>A vault needs one token of at least this price in dollars.</summary>
    public double MinimumPrice { get; }

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public static string? Problem(double largestDeviation, double minimumPrice) =>
        !(largestDeviation >= 0)
            ? $"largestDeviation is {largestDeviation:R}; it must be at least 0; 0.2 lets a weight be a fifth off its target, infinity anything"
        : !(minimumPrice >= 0 && double.IsFinite(minimumPrice))
            ? $"minimumPrice is {minimumPrice:R} dollars; it must be at least 0 and finite"
        : null;

    /// <summary>What the prices of a vault's tokens say about it.</summary>
    public TrancheCondition ConditionOf(ReadOnlySpan<PricedToken> tokens)
    {
        bool above = false, below = false, large = false;
        foreach (ref readonly PricedToken token in tokens)
        {
            above |= token.IsAbovePeg;
            below |= token.IsBelowPeg;
            large |= token.Price >= MinimumPrice;
        }

        return !large ? TrancheCondition.PriceTooSmall
            : below ? TrancheCondition.BelowPeg
            : above ? TrancheCondition.AbovePeg
            : TrancheCondition.OnPeg;
    }

    /// <summary>Whether an order may be done.</summary>
    /// <param name="isMint">Whether it is a mint; pegs are looked at for mints only.</param>
    /// <param name="oldValues">N values of the vaults in dollars before it, none below 0.</param>
    /// <param name="newValues">N values after it; one below 0 is refused.</param>
    /// <param name="targets">N target weights, of sum 1; they are also the weights of an empty reserve.</param>
    /// <param name="conditions">N conditions of the vaults.</param>
    /// <returns>The first refusal in the order of <see cref="SafetyCheck"/>, and there of the vaults.</returns>
    /// <exception cref="ArgumentException">The lists have different lengths.</exception>
    public SafetyVerdict Check(
        bool isMint, ReadOnlySpan<double> oldValues, ReadOnlySpan<double> newValues, ReadOnlySpan<double> targets,
        ReadOnlySpan<TrancheCondition> conditions)
    {
        if (newValues.Length != oldValues.Length || targets.Length != oldValues.Length || conditions.Length != oldValues.Length)
        {
            ThrowLengths(oldValues.Length, newValues.Length, targets.Length, conditions.Length);
        }

        for (int i = 0; i < newValues.Length; i++)
        {
            if (!(newValues[i] >= 0))
            {
                return SafetyVerdict.Refuse(SafetyCheck.VaultExhausted, i);
            }
        }

        double total = OrderedSum.Of(newValues);
        if (!isMint && total == 0)
        {
            return SafetyVerdict.Safe;
        }

        int unpriced = conditions.IndexOf(TrancheCondition.PriceTooSmall);
        return unpriced >= 0
            ? SafetyVerdict.Refuse(SafetyCheck.PriceTooSmall, unpriced)
            : CheckWeights(isMint && conditions.Contains(TrancheCondition.BelowPeg), oldValues, newValues, targets, conditions);
    }

    private SafetyVerdict CheckWeights(
        bool areFallsAsked, ReadOnlySpan<double> oldValues, ReadOnlySpan<double> newValues, ReadOnlySpan<double> targets,
        ReadOnlySpan<TrancheCondition> conditions)
    {
        double oldTotal = OrderedSum.Of(oldValues), newTotal = OrderedSum.Of(newValues);
        SafetyVerdict outside = SafetyVerdict.Safe;
        for (int i = 0; i < oldValues.Length; i++)
        {
            double oldWeight = oldTotal > 0 ? oldValues[i] / oldTotal : targets[i];
            double newWeight = newTotal > 0 ? newValues[i] / newTotal : targets[i];
            double width = targets[i] == 0 ? 0 : Band == BandKind.Relative ? LargestDeviation * targets[i] : LargestDeviation;
            if (areFallsAsked && conditions[i] != TrancheCondition.OnPeg && !(newWeight < oldWeight))
            {
                return new(SafetyCheck.OffPeg, i, oldWeight, newWeight, targets[i], width);
            }

            bool isCounted = oldValues[i] > 0 || newValues[i] > 0;
            if (outside.IsSafe && isCounted && !IsWithinOrOnItsWay(oldWeight, newWeight, targets[i], width))
            {
                outside = new(SafetyCheck.OutsideBand, i, oldWeight, newWeight, targets[i], width);
            }
        }

        return outside;
    }

    private bool IsWithinOrOnItsWay(double oldWeight, double newWeight, double target, double width)
    {
        double oldDistance = Math.Abs(oldWeight - target), newDistance = Math.Abs(newWeight - target);
        return newDistance <= width || (Outside == OutsideRule.Closer ? newDistance < oldDistance : newDistance <= oldDistance + WeightRounding);
    }

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);

    [DoesNotReturn]
    private static void ThrowLengths(int oldValues, int newValues, int targets, int conditions) => throw new ArgumentException(
        $"{oldValues} old values, {newValues} new values, {targets} targets, {conditions} conditions; give one of each a vault.");
}
