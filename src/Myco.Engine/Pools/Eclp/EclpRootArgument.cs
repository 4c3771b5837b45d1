using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>A + B + C, the argument of the invariant's square root, an underestimate. Formulas: spec/04-onchain-math.md §1.3.</summary>
internal static class EclpRootArgument
{
    /// <summary>The first term of the rounding error: nine units off n.</summary>
    private static readonly Int256 Allowance = 9L;

    /// <summary>A + B + C for x, y and their squares mu(x,x), mu(y,y); 18 decimals.</summary>
    public static TWord Of<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, TWord xx, TWord yy, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord a = TermA(axes, terms, x, y, xx, yy, ref fault);
        TWord b = TermB(axes, terms, x, y, yy, ref fault);
        TWord c = TermC(axes, terms, x, y, xx, yy, ref fault);
        return TWord.Add(TWord.Add(a, b, ref fault), c, ref fault);
    }

    private static TWord TermA<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, TWord xx, TWord yy, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord mixed = TWord.MultiplyDown(x, y, ref fault);
        mixed = TWord.MultiplyDown(TWord.MultiplyDown(mixed, axes.TwiceC, ref fault), axes.S, ref fault);
        TWord n = TWord.Subtract(Squares(xx, yy, axes.C, axes.S, ref fault), mixed, ref fault);
        TWord below = TWord.Subtract(n, TWord.From(Allowance, ref fault), ref fault);
        TWord stretched = TWord.DivideDown(TWord.DivideDown(below, terms.Lambda, ref fault), terms.Lambda, ref fault);
        TWord opposite = TWord.MultiplyDown(TWord.Negate(n, ref fault), terms.RootA, ref fault);
        return TWord.Add(opposite, TWord.MultiplyDown(stretched, terms.InverseOfDSq, ref fault), ref fault);
    }

    private static TWord TermB<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, TWord yy, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord difference = TWord.Subtract(TWord.MultiplyDown(x, x, ref fault), yy, ref fault);
        difference = TWord.MultiplyDown(TWord.MultiplyDown(difference, axes.TwiceC, ref fault), axes.S, ref fault);
        TWord q = TWord.MultiplyDown(y, TWord.Add(x, x, ref fault), ref fault);
        TWord n = TWord.Add(difference, TWord.MultiplyDown(TWord.MultiplyDown(q, axes.C, ref fault), axes.C, ref fault), ref fault);
        n = TWord.Subtract(n, TWord.MultiplyDown(TWord.MultiplyDown(q, axes.S, ref fault), axes.S, ref fault), ref fault);
        return TWord.MultiplyDown(n, terms.RootB, ref fault);
    }

    private static TWord TermC<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, TWord xx, TWord yy, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord mixed = TWord.MultiplyUp(x, y, ref fault);
        mixed = TWord.MultiplyUp(TWord.MultiplyUp(mixed, axes.TwiceS, ref fault), axes.C, ref fault);
        TWord n = TWord.Add(Squares(xx, yy, axes.S, axes.C, ref fault), mixed, ref fault);
        TWord below = TWord.Subtract(n, TWord.From(Allowance, ref fault), ref fault);
        TWord opposite = TWord.MultiplyDown(TWord.Negate(n, ref fault), terms.RootC, ref fault);
        return TWord.Add(opposite, TWord.MultiplyDown(below, terms.InverseOfDSq, ref fault), ref fault);
    }

    /// <summary>mu(mu(xx,p),p) + mu(mu(yy,q),q).</summary>
    private static TWord Squares<TWord>(TWord xx, TWord yy, TWord p, TWord q, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord> =>
        TWord.Add(
            TWord.MultiplyUp(TWord.MultiplyUp(xx, p, ref fault), p, ref fault),
            TWord.MultiplyUp(TWord.MultiplyUp(yy, q, ref fault), q, ref fault), ref fault);
}
