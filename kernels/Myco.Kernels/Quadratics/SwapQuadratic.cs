using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The amount that one swap yields or costs, from a prepared row, in one square root and one division.</summary>
/// <remarks>b = own + a·cross, n = a(linear + a·square), s = √(own² + a(mixed + a·minor));
/// the result is the <see cref="NearRoot"/>: n/(s − b) for b ≤ 0, else (b + s)/leading.
/// Within 4 ulp when the row is rounded once from extended precision. An amount outside (0, limit] yields a number without
/// meaning: the caller compares. Source: spec 01-surface, section 2.</remarks>
public static class SwapQuadratic
{
    /// <summary>The result for each amount of a pack, with the rows' numbers as columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Solve<TLane>(in Columns<TLane> row, TLane amount)
        where TLane : struct, ILane<TLane>
    {
        TLane b = TLane.MultiplyAdd(amount, row.C1, row.C0);
        TLane numerator = amount * TLane.MultiplyAdd(amount, row.C3, row.C2);
        TLane slope = TLane.MultiplyAdd(amount, row.C5, row.C4);
        TLane root = TLane.Sqrt(TLane.MultiplyAdd(amount, slope, row.C0 * row.C0));
        return NearRoot.Solve(b, numerator, root, row.C6);
    }

    /// <summary>The quotient's parts before the square root, where amounts are good and b ≤ 0, as nearly always: the result is
    /// numerator/(√discriminant − b), the same bits as <see cref="Solve{TLane}"/> without its selects and column 6.</summary>
    /// <returns>Whether 0 &lt; amount ≤ column 7 and b ≤ 0 in every element.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryBegin<TLane>(in Columns<TLane> row, TLane amount, out TLane b, out TLane numerator, out TLane discriminant)
        where TLane : struct, ILane<TLane>
    {
        TLane zero = 0;
        b = TLane.MultiplyAdd(amount, row.C1, row.C0);
        numerator = amount * TLane.MultiplyAdd(amount, row.C3, row.C2);
        discriminant = TLane.MultiplyAdd(amount, TLane.MultiplyAdd(amount, row.C5, row.C4), row.C0 * row.C0);
        return TLane.AllLessThan(zero, amount) && TLane.AllLessThanOrEqual(amount, row.C7) && TLane.AllLessThanOrEqual(b, zero);
    }

    /// <summary>The result for one amount.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Solve(in SwapRow row, double amount)
    {
        Columns<Lane1> columns = row.Broadcast<Lane1>();
        return Solve(in columns, amount).Value;
    }
}
