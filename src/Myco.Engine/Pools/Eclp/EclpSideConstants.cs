using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;

namespace Myco.Engine.Pools.Eclp;

/// <summary>R, and what K and Q add up from it alone, as words of one width. Formulas: spec/04-onchain-math.md §1.3, Y given X.</summary>
/// <typeparam name="TWord">The word.</typeparam>
/// <param name="Rx">R's first number.</param>
/// <param name="Ry">R's second number.</param>
/// <param name="Cross">The first term of K's q1: 2sc·R² times xd(xm(τx,τy),d2).</param>
/// <param name="SquareOfTauY">The first term of K's q2: s²·R² times xd(xm(τy,τy),d2) + 7.</param>
/// <param name="SquareOfTauX">The first term of K: c²·R² times xd(xm(τx,τx),d2) + 7.</param>
/// <param name="Sigma">The last term of Q: R²·σy.</param>
internal readonly record struct EclpSideConstants<TWord>(TWord Rx, TWord Ry, TWord Cross, TWord SquareOfTauY, TWord SquareOfTauX, TWord Sigma)
    where TWord : struct, IDecimalWord<TWord>
{
    /// <summary>The constants at R = vector, and the refusal of computing them.</summary>
    public static Kept<EclpSideConstants<TWord>> Keep(in Kept<EclpAxes<TWord>> kept, EclpSideTerms terms, in EclpVector vector)
    {
        Fault fault = default;
        ref readonly EclpAxes<TWord> axes = ref kept.Take(ref fault);
        TWord rx = TWord.From(vector.X, ref fault), ry = TWord.From(vector.Y, ref fault);
        TWord up = TWord.MultiplyUp(rx, rx, ref fault), down = TWord.MultiplyDown(ry, ry, ref fault);
        TWord mixed = terms.IsCrossPositive
            ? TWord.MultiplyUp(TWord.MultiplyUp(up, axes.TwiceS, ref fault), axes.C, ref fault)
            : TWord.MultiplyDown(TWord.MultiplyDown(down, axes.TwiceS, ref fault), axes.C, ref fault);
        TWord ofS = TWord.MultiplyUp(TWord.MultiplyUp(up, axes.S, ref fault), axes.S, ref fault);
        TWord ofC = TWord.MultiplyUp(TWord.MultiplyUp(up, axes.C, ref fault), axes.C, ref fault);
        EclpSideConstants<TWord> constants = new(
            rx,
            ry,
            TWord.MultiplyUp(mixed, terms.Cross, ref fault),
            TWord.MultiplyUp(ofS, terms.SquareOfTauY, ref fault),
            TWord.MultiplyUp(ofC, terms.SquareOfTauX, ref fault),
            TWord.MultiplyDown(down, terms.Sigma, ref fault));
        return new(constants, fault);
    }

    /// <summary>The same numbers in another word, refused where they are or where one does not fit it.</summary>
    public static Kept<EclpSideConstants<TWord>> From<TOther>(in Kept<EclpSideConstants<TOther>> kept)
        where TOther : struct, IDecimalWord<TOther>
    {
        Fault fault = default;
        ref readonly EclpSideConstants<TOther> other = ref kept.Take(ref fault);
        EclpSideConstants<TWord> constants = new(
            TWord.From(other.Rx.ToInt256(), ref fault),
            TWord.From(other.Ry.ToInt256(), ref fault),
            TWord.From(other.Cross.ToInt256(), ref fault),
            TWord.From(other.SquareOfTauY.ToInt256(), ref fault),
            TWord.From(other.SquareOfTauX.ToInt256(), ref fault),
            TWord.From(other.Sigma.ToInt256(), ref fault));
        return new(constants, fault);
    }
}
