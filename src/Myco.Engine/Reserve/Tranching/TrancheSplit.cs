using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>How a value is taken from the vaults, or put into them, so that none moves away from its target weight.</summary>
/// <remarks><para>Taking W from values V_i of sum V, with d_i = V_i − w_i·V: in proportion, x_i = W·V_i/V, every weight stays as it is. What lacks (d_i &lt; 0)
/// is spared s_i = min(W·V_i/V, −d_i(V − W)/V), which brings it to its target at most; what has too much gives that instead, by its share of all
/// excess, Σs·d_i/Σ max(d, 0). No vault is overdrawn or carried past its target, and each deviation shrinks or stays. Putting in mirrors it.</para>
/// <para>Source: spec 02-reserve-system, section 2, its properties; its formula x_i = W·max(e_i, 0)/Σ max(e, 0), with e_i = V_i − w_i(V − W), moves a vault
/// just above its target farther away where another lacks much, and the band then refuses.</para>
/// <para>Rounding: each part within 1e-14 of the sum of the values and the amount.</para></remarks>
internal static class TrancheSplit
{
    /// <summary>The parts of a withdrawal.</summary>
    /// <param name="values">N vault values V_i, none below 0.</param>
    /// <param name="targets">N target weights w_i, of sum 1.</param>
    /// <param name="amount">W, from 0 to the sum of the values; the whole sum empties every vault exactly.</param>
    /// <param name="parts">N parts x_i of sum W but for rounding, none above V_i; must not overlap the inputs.</param>
    public static void Withdraw(ReadOnlySpan<double> values, ReadOnlySpan<double> targets, double amount, Span<double> parts) => Withdraw<Lane1>(
        MemoryMarshal.Cast<double, Lane1>(values), MemoryMarshal.Cast<double, Lane1>(targets), amount, MemoryMarshal.Cast<double, Lane1>(parts));

    /// <summary>The parts of a deposit.</summary>
    /// <param name="values">N vault values V_i, none below 0; where all are 0 the parts are by the targets.</param>
    /// <param name="targets">N target weights w_i, of sum 1.</param>
    /// <param name="amount">W, not below 0.</param>
    /// <param name="parts">N parts x_i of sum W but for rounding; must not overlap the inputs.</param>
    public static void Deposit(ReadOnlySpan<double> values, ReadOnlySpan<double> targets, double amount, Span<double> parts) => Deposit<Lane1>(
        MemoryMarshal.Cast<double, Lane1>(values), MemoryMarshal.Cast<double, Lane1>(targets), amount, MemoryMarshal.Cast<double, Lane1>(parts));

    /// <summary>A withdrawal in any precision, or of a pack of paths: element i is vault i of all of them.</summary>
    public static void Withdraw<TReal>(ReadOnlySpan<TReal> values, ReadOnlySpan<TReal> targets, TReal amount, Span<TReal> parts)
        where TReal : struct, IReal<TReal>
    {
        TReal total = OrderedSum.Of(values);
        TReal isAll = TReal.LessThanOrEqual(total, amount);
        Split(values, targets, total, -amount, -1, parts);
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = TReal.Select(isAll, values[i], TReal.Min(parts[i], values[i]));
        }
    }

    /// <summary>A deposit in any precision, or of a pack of paths.</summary>
    public static void Deposit<TReal>(ReadOnlySpan<TReal> values, ReadOnlySpan<TReal> targets, TReal amount, Span<TReal> parts)
        where TReal : struct, IReal<TReal>
    {
        TReal total = OrderedSum.Of(values);
        TReal isFilled = TReal.LessThan(0, total);
        Split(values, targets, total, amount, 1, parts);
        if (TReal.All(isFilled))
        {
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = TReal.Select(isFilled, parts[i], targets[i] * amount);
        }
    }

    /// <summary>The parts of a change of that sign.</summary>
    private static void Split<TReal>(
        ReadOnlySpan<TReal> values, ReadOnlySpan<TReal> targets, TReal total, TReal change, double sign, Span<TReal> parts)
        where TReal : struct, IReal<TReal>
    {
        TReal growth = change / total, size = TReal.Abs(growth), spared = 0, room = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            // Above 0 where the change in proportion is more than is good for the vault.
            TReal against = sign * (values[i] - (targets[i] * total));
            TReal part = size * values[i];
            parts[i] = TReal.Select(TReal.LessThan(0, against), TReal.Max(part - (against * (1 + growth)), 0), part);
            spared += part - parts[i];
            room -= TReal.Min(against, 0);
        }

        // Without room, what was spared is rounding of vaults at their targets: all stays in proportion.
        TReal hasRoom = TReal.LessThan(0, room), share = spared / room;
        for (int i = 0; i < parts.Length; i++)
        {
            TReal excess = sign * ((targets[i] * total) - values[i]);
            parts[i] = TReal.Select(hasRoom, parts[i] + (share * TReal.Max(excess, 0)), size * values[i]);
        }
    }
}
