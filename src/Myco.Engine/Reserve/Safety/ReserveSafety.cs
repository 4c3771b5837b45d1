using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Safety;

/// <summary>Whether an order leaves the weights of the vaults where they may be.</summary>
/// <remarks><para>Every vault lies within its band afterwards, or its weight goes where <see cref="OutsideRule"/> says. A vault that is empty before and
/// after is not counted, and what takes everything is always safe: else an empty vault outside its band would trap every holder. A vault whose target is 0 is never filled.</para>
/// <para>Source: spec 02-reserve-system, section 2. The on-chain form to the last digit is the pools' ExactReserveSafety.</para></remarks>
internal sealed partial record ReserveSafety
{
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
        Lane1 worst = (int)TrancheCondition.OnPeg;
        bool isLarge = false;
        foreach (ref readonly PricedToken token in tokens)
        {
            worst = Lane1.Max(worst, ConditionOf<Lane1>(token.Price, double.NegativeInfinity, token.Floor, token.Ceiling));
            isLarge |= token.Price >= MinimumPrice;
        }

        return isLarge ? (TrancheCondition)worst.Value : TrancheCondition.PriceTooSmall;
    }

    /// <summary>Whether an order may be done.</summary>
    /// <param name="isMint">Whether it is a mint; pegs are looked at for mints only.</param>
    /// <param name="oldValues">N values of the vaults in dollars before it, none below 0.</param>
    /// <param name="newValues">N values after it; one below 0 is refused.</param>
    /// <param name="targets">N target weights, of sum 1; they are also the weights of an empty reserve.</param>
    /// <param name="conditions">N conditions of the vaults.</param>
    /// <returns>The first refusal in the order of <see cref="SafetyCheck"/>, and there of the vaults.</returns>
    /// <exception cref="ArgumentException">The lists have different lengths.</exception>
    [SkipLocalsInit]
    public SafetyVerdict Check(
        bool isMint, ReadOnlySpan<double> oldValues, ReadOnlySpan<double> newValues, ReadOnlySpan<double> targets,
        ReadOnlySpan<TrancheCondition> conditions)
    {
        if (newValues.Length != oldValues.Length || targets.Length != oldValues.Length || conditions.Length != oldValues.Length)
        {
            ThrowLengths(oldValues.Length, newValues.Length, targets.Length, conditions.Length);
        }

        Unsafe.SkipInit(out TrancheNumbers<Lane1> room);
        Span<Lane1> numbers = conditions.Length <= TrancheNumbers<Lane1>.Length ? room[..conditions.Length] : new Lane1[conditions.Length];
        for (int i = 0; i < conditions.Length; i++)
        {
            numbers[i] = (int)conditions[i];
        }

        ReadOnlySpan<Lane1> old = MemoryMarshal.Cast<double, Lane1>(oldValues), next = MemoryMarshal.Cast<double, Lane1>(newValues);
        SafetyCheck check = (SafetyCheck)Check(isMint, old, next, MemoryMarshal.Cast<double, Lane1>(targets), numbers, out Lane1 vault).Value;
        int at = (int)vault.Value;
        return check switch
        {
            SafetyCheck.None => SafetyVerdict.Safe,
            SafetyCheck.OffPeg or SafetyCheck.OutsideBand => Refuse(check, at, Weigh(old[at], OrderedSum.Of(old), next[at], OrderedSum.Of(next), targets[at])),
            _ => SafetyVerdict.Refuse(check, at),
        };
    }

    private static SafetyVerdict Refuse(SafetyCheck check, int vault, in WeightChange<Lane1> weight) =>
        new(check, vault, weight.Before.Value, weight.After.Value, weight.Target.Value, weight.Band.Value);

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);

    [DoesNotReturn]
    private static void ThrowLengths(int oldValues, int newValues, int targets, int conditions) => throw new ArgumentException(
        $"{oldValues} old values, {newValues} new values, {targets} targets, {conditions} conditions; give one of each a vault.");
}
