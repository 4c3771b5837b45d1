using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The virtual offsets a and b: where the ellipse's centre lies, 18 decimals, rounded up. Formulas: spec/04-onchain-math.md §1.3, offsets.</summary>
internal static class EclpOffsets
{
    /// <summary>a for token 0, b for token 1.</summary>
    public static Int256 Of(EclpParameters parameters, int token, in EclpVector vector, ref Fault fault) =>
        TokenPair.IsToken(token, 2, ref fault) ? Of(parameters.Side(token), vector, ref fault) : default;

    /// <summary>The offset as the side's token sees it.</summary>
    internal static Int256 Of(EclpSideTerms side, in EclpVector vector, ref Fault fault)
    {
        Fault narrow = default;
        Int256 offset = Of(side.Narrow.Take(ref narrow), side, vector, ref narrow);
        return narrow.IsRaised ? Of(side.Wide.Take(ref fault), side, vector, ref fault) : offset;
    }

    /// <summary>(τx &gt; 0 ? n↑(mu(mu(Rx,λ),c),Tx) : n↑(md(md(Ry,λ),c),Tx)) + n↑(mu(Rx,s),Ty), T = xd(τ,dSq).</summary>
    private static Int256 Of<TWord>(in EclpAxes<TWord> axes, EclpSideTerms side, in EclpVector vector, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord rx = TWord.From(vector.X, ref fault), ry = TWord.From(vector.Y, ref fault);
        TWord stretched = side.IsTauXPositive
            ? TWord.MultiplyUp(TWord.MultiplyUp(rx, axes.Lambda, ref fault), axes.C, ref fault)
            : TWord.MultiplyDown(TWord.MultiplyDown(ry, axes.Lambda, ref fault), axes.C, ref fault);
        TWord along = TWord.MultiplyUp(rx, axes.S, ref fault);
        TWord offset = TWord.Add(
            TWord.MultiplyUp(stretched, side.TauX, ref fault), TWord.MultiplyUp(along, side.TauY, ref fault), ref fault);
        return offset.ToInt256();
    }
}
