using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>What K and Q add up from the invariant alone. Formulas: spec/04-onchain-math.md §1.3, Y given X.</summary>
/// <param name="Cross">The first term of K's q1: 2sc·R² times xd(xm(τx,τy),d2).</param>
/// <param name="SquareOfTauY">The first term of K's q2: s²·R² times xd(xm(τy,τy),d2) + 7.</param>
/// <param name="SquareOfTauX">The first term of K: c²·R² times xd(xm(τx,τx),d2) + 7.</param>
/// <param name="Sigma">The last term of Q: R²·σy.</param>
internal readonly record struct EclpSideConstants(Int256 Cross, Int256 SquareOfTauY, Int256 SquareOfTauX, Int256 Sigma)
{
    /// <summary>The constants at R = vector.</summary>
    public static EclpSideConstants Of<TWord>(EclpSideTerms terms, in EclpVector vector, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord rx = TWord.From(vector.X, ref fault), ry = TWord.From(vector.Y, ref fault);
        TWord c = TWord.From(terms.C, ref fault), s = TWord.From(terms.S, ref fault), twiceS = TWord.From(terms.TwiceS, ref fault);
        TWord up = TWord.MultiplyUp(rx, rx, ref fault), down = TWord.MultiplyDown(ry, ry, ref fault);
        TWord mixed = terms.IsCrossPositive
            ? TWord.MultiplyUp(TWord.MultiplyUp(up, twiceS, ref fault), c, ref fault)
            : TWord.MultiplyDown(TWord.MultiplyDown(down, twiceS, ref fault), c, ref fault);
        TWord ofS = TWord.MultiplyUp(TWord.MultiplyUp(up, s, ref fault), s, ref fault);
        TWord ofC = TWord.MultiplyUp(TWord.MultiplyUp(up, c, ref fault), c, ref fault);
        return new(
            TWord.MultiplyUp(mixed, terms.Cross, ref fault).ToInt256(),
            TWord.MultiplyUp(ofS, terms.SquareOfTauY, ref fault).ToInt256(),
            TWord.MultiplyUp(ofC, terms.SquareOfTauX, ref fault).ToInt256(),
            TWord.MultiplyDown(down, terms.Sigma, ref fault).ToInt256());
    }
}
