using System.Runtime.CompilerServices;
using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Safety;

/// <content>The checks in any precision, or of a pack of paths: element i is vault i of all of them; conditions and checks are told by their numbers.</content>
internal sealed partial record ReserveSafety
{
    // After every check: the earlier of two checks has the lesser number.
    private const double NoCheck = (int)SafetyCheck.OutsideBand + 1;

    /// <summary>The number of the <see cref="TrancheCondition"/> of a vault of one token; without a peg, floor and ceiling are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal ConditionOf<TReal>(TReal price, TReal minimumPrice, TReal floor, TReal ceiling)
        where TReal : struct, IReal<TReal>
    {
        TReal notBelow = TReal.Select(TReal.LessThan(ceiling, price), (int)TrancheCondition.AbovePeg, (int)TrancheCondition.OnPeg);
        TReal peg = TReal.Select(TReal.LessThan(price, floor), (int)TrancheCondition.BelowPeg, notBelow);
        return TReal.Select(TReal.LessThan(price, minimumPrice), (int)TrancheCondition.PriceTooSmall, peg);
    }

    /// <summary>The number of the <see cref="SafetyCheck"/> that an order meets; the lists have one length.</summary>
    /// <param name="isMint">Whether it is a mint.</param>
    /// <param name="oldValues">N values before it.</param>
    /// <param name="newValues">N values after it.</param>
    /// <param name="targets">N target weights.</param>
    /// <param name="conditions">N numbers of conditions.</param>
    /// <param name="vault">The first vault that meets the check; −1 when none does.</param>
    public TReal Check<TReal>(
        bool isMint, ReadOnlySpan<TReal> oldValues, ReadOnlySpan<TReal> newValues, ReadOnlySpan<TReal> targets, ReadOnlySpan<TReal> conditions,
        out TReal vault)
        where TReal : struct, IReal<TReal>
    {
        TReal oldTotal = OrderedSum.Of(oldValues), newTotal = OrderedSum.Of(newValues);
        TReal areFallsAsked = isMint ? IsAnyBelowPeg(conditions) : 0;
        TReal check = NoCheck, first = -1;
        for (int i = 0; i < oldValues.Length; i++)
        {
            WeightChange<TReal> weight = Weigh(oldValues[i], oldTotal, newValues[i], newTotal, targets[i]);
            TReal isCounted = TReal.LessThan(0, oldValues[i]) | TReal.LessThan(0, newValues[i]);
            TReal isHeldToFall = areFallsAsked & TReal.LessThan((int)TrancheCondition.OnPeg, conditions[i]);
            TReal met = TReal.Select(weight.IsGood(Outside), NoCheck, TReal.Select(isCounted, (int)SafetyCheck.OutsideBand, NoCheck));
            met = TReal.Select(weight.IsFall, met, TReal.Select(isHeldToFall, (int)SafetyCheck.OffPeg, met));
            met = TReal.Select(TReal.LessThan((int)TrancheCondition.BelowPeg, conditions[i]), (int)SafetyCheck.PriceTooSmall, met);
            met = TReal.Select(TReal.LessThanOrEqual(0, newValues[i]), met, (int)SafetyCheck.VaultExhausted);
            TReal isEarlier = TReal.LessThan(met, check);
            check = TReal.Select(isEarlier, met, check);
            first = TReal.Select(isEarlier, i, first);
        }

        // Whoever takes everything is asked for nothing but that it is there.
        TReal isEverything = isMint ? 0 : TReal.LessThanOrEqual(newTotal, 0) & TReal.LessThan((int)SafetyCheck.VaultExhausted, check);
        TReal isSafe = isEverything | TReal.LessThanOrEqual(NoCheck, check);
        vault = TReal.Select(isSafe, -1, first);
        return TReal.Select(isSafe, (int)SafetyCheck.None, check);
    }

    /// <summary>What an order does to the weight of one vault; an empty reserve weighs as it should.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WeightChange<TReal> Weigh<TReal>(TReal oldValue, TReal oldTotal, TReal newValue, TReal newTotal, TReal target)
        where TReal : struct, IReal<TReal>
    {
        TReal oldWeight = TReal.Select(TReal.LessThan(0, oldTotal), oldValue / oldTotal, target);
        TReal newWeight = TReal.Select(TReal.LessThan(0, newTotal), newValue / newTotal, target);

        // Infinity is no number to multiply an extended one by.
        TReal width = Band == BandKind.Relative && double.IsFinite(LargestDeviation) ? LargestDeviation * target : LargestDeviation;
        return new(oldWeight, newWeight, target, TReal.Select(TReal.LessThanOrEqual(target, 0), 0, width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal IsAnyBelowPeg<TReal>(ReadOnlySpan<TReal> conditions)
        where TReal : struct, IReal<TReal>
    {
        TReal any = 0;
        foreach (TReal condition in conditions)
        {
            any |= TReal.LessThan((int)TrancheCondition.AbovePeg, condition) & TReal.LessThan(condition, (int)TrancheCondition.PriceTooSmall);
        }

        return any;
    }
}
