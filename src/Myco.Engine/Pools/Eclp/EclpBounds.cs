using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The balance of a token at which its price is at the end of the curve, 18 decimals, rounded down. Formulas: spec/04-onchain-math.md §1.3, bounds.</summary>
internal static class EclpBounds
{
    /// <summary>x⁺ for token 0, y⁺ for token 1.</summary>
    public static Int256 Of(EclpParameters parameters, int token, in EclpVector vector, ref Fault fault) =>
        TokenPair.IsToken(token, 2, ref fault) ? Of(parameters.Side(token), vector, ref fault) : default;

    /// <summary>The bound as the side's token sees it.</summary>
    internal static Int256 Of(EclpSideTerms side, in EclpVector vector, ref Fault fault)
    {
        Fault narrow = default;
        Int256 bound = Of(side.Narrow.Take(ref narrow), side, vector, ref narrow);
        return narrow.IsRaised ? Of(side.Wide.Take(ref fault), side, vector, ref fault) : bound;
    }

    /// <summary>n↓(md(md(Ry,λ),c),T1) + n↓(T2 &gt; 0 ? md(Ry,s) : mu(Rx,s), T2).</summary>
    private static Int256 Of<TWord>(in EclpAxes<TWord> axes, EclpSideTerms side, in EclpVector vector, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord rx = TWord.From(vector.X, ref fault), ry = TWord.From(vector.Y, ref fault);
        TWord stretched = TWord.MultiplyDown(TWord.MultiplyDown(ry, axes.Lambda, ref fault), axes.C, ref fault);
        TWord along = side.IsHeightPositive ? TWord.MultiplyDown(ry, axes.S, ref fault) : TWord.MultiplyUp(rx, axes.S, ref fault);
        TWord bound = TWord.Add(
            TWord.MultiplyDown(stretched, side.Width, ref fault), TWord.MultiplyDown(along, side.Height, ref fault), ref fault);
        return bound.ToInt256();
    }
}
