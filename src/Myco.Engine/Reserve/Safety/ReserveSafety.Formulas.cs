using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Safety;

/// <content>The checks in any precision, or of a pack of paths: element i is vault i of all of them, conditions are by their numbers.</content>
public sealed partial record ReserveSafety
{
    // Weights that a proportional order, or a split toward the targets, leaves alone may come out so much apart.
    private const double WeightRounding = 1e-12;

    /// <summary>The number of the <see cref="TrancheCondition"/> of a vault of one token; without a peg, floor and ceiling are NaN.</summary>
    internal static TReal ConditionOf<TReal>(TReal price, TReal minimumPrice, TReal floor, TReal ceiling)
        where TReal : struct, IReal<TReal>
    {
        TReal notBelow = TReal.Select(TReal.LessThan(ceiling, price), (int)TrancheCondition.AbovePeg, (int)TrancheCondition.OnPeg);
        TReal peg = TReal.Select(TReal.LessThan(price, floor), (int)TrancheCondition.BelowPeg, notBelow);
        return TReal.Select(TReal.LessThan(price, minimumPrice), (int)TrancheCondition.PriceTooSmall, peg);
    }

    /// <summary><see cref="Check(bool, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{TrancheCondition})"/>; the lists have one length.</summary>
    internal SafetyVerdict<TReal> Check<TReal>(
        bool isMint, ReadOnlySpan<TReal> oldValues, ReadOnlySpan<TReal> newValues, ReadOnlySpan<TReal> targets, ReadOnlySpan<TReal> conditions)
        where TReal : struct, IReal<TReal>
    {
        // From the last check to the first, and there from the last vault to the first: what is written last is the first refusal.
        SafetyVerdict<TReal> verdict = CheckWeights(isMint, oldValues, newValues, targets, conditions);
        for (int i = conditions.Length - 1; i >= 0; i--)
        {
            TReal isTooSmall = TReal.LessThanOrEqual((int)TrancheCondition.PriceTooSmall, conditions[i]);
            verdict = verdict.Or(isTooSmall, SafetyVerdict<TReal>.Refuse(SafetyCheck.PriceTooSmall, i));
        }

        if (!isMint)
        {
            verdict = verdict.Or(TReal.LessThanOrEqual(OrderedSum.Of(newValues), 0), SafetyVerdict<TReal>.Safe);
        }

        for (int i = newValues.Length - 1; i >= 0; i--)
        {
            TReal isExhausted = Not(TReal.LessThanOrEqual(0, newValues[i]));
            verdict = verdict.Or(isExhausted, SafetyVerdict<TReal>.Refuse(SafetyCheck.VaultExhausted, i));
        }

        return verdict;
    }

    private SafetyVerdict<TReal> CheckWeights<TReal>(
        bool isMint, ReadOnlySpan<TReal> oldValues, ReadOnlySpan<TReal> newValues, ReadOnlySpan<TReal> targets, ReadOnlySpan<TReal> conditions)
        where TReal : struct, IReal<TReal>
    {
        TReal oldTotal = OrderedSum.Of(oldValues), newTotal = OrderedSum.Of(newValues);
        TReal areFallsAsked = isMint ? IsAnyBelowPeg(conditions) : 0;
        SafetyVerdict<TReal> outside = SafetyVerdict<TReal>.Safe, offPeg = SafetyVerdict<TReal>.Safe;
        TReal isOffPeg = 0;
        for (int i = oldValues.Length - 1; i >= 0; i--)
        {
            TReal target = targets[i];
            TReal oldWeight = TReal.Select(TReal.LessThan(0, oldTotal), oldValues[i] / oldTotal, target);
            TReal newWeight = TReal.Select(TReal.LessThan(0, newTotal), newValues[i] / newTotal, target);
            TReal width = Band == BandKind.Relative ? LargestDeviation * target : LargestDeviation;
            width = TReal.Select(TReal.LessThanOrEqual(target, 0), 0, width);
            TReal isCounted = TReal.LessThan(0, oldValues[i]) | TReal.LessThan(0, newValues[i]);
            TReal isOutside = isCounted & Not(IsWithinOrOnItsWay(oldWeight, newWeight, target, width));
            outside = outside.Or(isOutside, new((int)SafetyCheck.OutsideBand, i, oldWeight, newWeight, target, width));
            TReal keepsWeight = areFallsAsked & TReal.LessThan(0, conditions[i]) & Not(TReal.LessThan(newWeight, oldWeight));
            offPeg = offPeg.Or(keepsWeight, new((int)SafetyCheck.OffPeg, i, oldWeight, newWeight, target, width));
            isOffPeg |= keepsWeight;
        }

        return outside.Or(isOffPeg, offPeg);
    }

    private TReal IsWithinOrOnItsWay<TReal>(TReal oldWeight, TReal newWeight, TReal target, TReal width)
        where TReal : struct, IReal<TReal>
    {
        TReal oldDistance = TReal.Abs(oldWeight - target), newDistance = TReal.Abs(newWeight - target);
        TReal isOnItsWay = Outside == OutsideRule.Closer
            ? TReal.LessThan(newDistance, oldDistance)
            : TReal.LessThanOrEqual(newDistance, oldDistance + WeightRounding);
        return TReal.LessThanOrEqual(newDistance, width) | isOnItsWay;
    }

    private static TReal IsAnyBelowPeg<TReal>(ReadOnlySpan<TReal> conditions)
        where TReal : struct, IReal<TReal>
    {
        TReal any = 0;
        foreach (TReal condition in conditions)
        {
            any |= TReal.LessThanOrEqual((int)TrancheCondition.BelowPeg, condition) & TReal.LessThan(condition, (int)TrancheCondition.PriceTooSmall);
        }

        return any;
    }

    private static TReal Not<TReal>(TReal mask)
        where TReal : struct, IReal<TReal> => TReal.Select(mask, 0, TReal.LessThanOrEqual(0, 0));
}
