using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>The amount that one swap yields or costs, from a prepared row, in one square root and one division.</summary>
/// <remarks>b = own + a·cross, n = a(linear + a·square), s = √(own² + a(mixed + a·minor));
/// the result is the <see cref="NearRoot"/>: n/(s − b) for b ≤ 0, else (b + s)/leading.
/// Within 4 ulp in binary64 when the row is rounded once from extended precision. An amount outside (0, limit] yields a number without
/// meaning: the caller compares. Source: spec 01-surface, section 2.</remarks>
public static class SwapQuadratic
{
    /// <summary>The result for each amount, with the rows' numbers as columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Solve<TReal>(in Columns<TReal> row, TReal amount)
        where TReal : struct, IReal<TReal>
    {
        Begin(in row, amount, out TReal b, out TReal numerator, out TReal discriminant);
        return NearRoot.Solve(b, numerator, TReal.Sqrt(discriminant), row.C6);
    }

    /// <summary>The result for one amount.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Solve(in SwapRow row, double amount)
    {
        Columns<Lane1> columns = row.Broadcast<Lane1>();
        return Solve<Lane1>(in columns, amount).Value;
    }

    /// <summary>What the near root is made of, before the square root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin<TReal>(in Columns<TReal> row, TReal amount, out TReal b, out TReal numerator, out TReal discriminant)
        where TReal : struct, IReal<TReal>
    {
        b = TReal.MultiplyAdd(amount, row.C1, row.C0);
        numerator = amount * TReal.MultiplyAdd(amount, row.C3, row.C2);
        discriminant = TReal.MultiplyAdd(amount, TReal.MultiplyAdd(amount, row.C5, row.C4), row.C0 * row.C0);
    }

    /// <summary>The same, and whether 0 &lt; amount ≤ column 7 and b ≤ 0 in every element, as nearly always: then the result is
    /// numerator/(√discriminant − b), the same bits as <see cref="Solve{TReal}"/> without its selects and column 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryBegin<TLane>(in Columns<TLane> row, TLane amount, out TLane b, out TLane numerator, out TLane discriminant)
        where TLane : struct, ILane<TLane>
    {
        TLane zero = 0;
        Begin(in row, amount, out b, out numerator, out discriminant);
        return TLane.AllLessThan(zero, amount) && TLane.AllLessThanOrEqual(amount, row.C7) && TLane.AllLessThanOrEqual(b, zero);
    }
}
