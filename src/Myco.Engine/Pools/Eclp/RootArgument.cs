using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>A + B + C, the argument of the invariant's square root, an underestimate. Formulas: spec/04-onchain-math.md §1.3.</summary>
internal static class EclpRootArgument
{
    /// <summary>The first term of the rounding error: nine units off n.</summary>
    private static readonly Int256 Allowance = 9L;

    /// <summary>A + B + C for x, y and their squares mu(x,x), mu(y,y); 18 decimals.</summary>
    public static Int256 Of(EclpParameters parameters, in Int256 x, in Int256 y, in Int256 xx, in Int256 yy, ref Fault fault)
    {
        Int256 a = TermA(parameters, x, y, xx, yy, ref fault);
        Int256 b = TermB(parameters, x, y, yy, ref fault);
        Int256 c = TermC(parameters, x, y, xx, yy, ref fault);
        return Int256.Add(Int256.Add(a, b, ref fault), c, ref fault);
    }

    private static Int256 TermA(EclpParameters parameters, in Int256 x, in Int256 y, in Int256 xx, in Int256 yy, ref Fault fault)
    {
        EclpInvariantTerms terms = parameters.InvariantTerms;
        Int256 c = parameters.Curve.C, s = parameters.Curve.S;
        Int256 squares = Int256.Add(
            MultiplyUp(MultiplyUp(xx, c, ref fault), c, ref fault), MultiplyUp(MultiplyUp(yy, s, ref fault), s, ref fault), ref fault);
        Int256 mixed = MultiplyDown(MultiplyDown(MultiplyDown(x, y, ref fault), parameters.TwiceC, ref fault), s, ref fault);
        Int256 n = Int256.Subtract(squares, mixed, ref fault);
        Int256 below = Int256.Subtract(n, Allowance, ref fault);
        Int256 stretched = parameters.Lambda.DivideDown(parameters.Lambda.DivideDown(below, ref fault), ref fault);
        return Int256.Add(
            terms.RootA.MultiplyDown(Int256.Negate(n, ref fault), ref fault), terms.InverseOfDSq.MultiplyDown(stretched, ref fault), ref fault);
    }

    private static Int256 TermB(EclpParameters parameters, in Int256 x, in Int256 y, in Int256 yy, ref Fault fault)
    {
        Int256 c = parameters.Curve.C, s = parameters.Curve.S;
        Int256 difference = Int256.Subtract(MultiplyDown(x, x, ref fault), yy, ref fault);
        Int256 q = MultiplyDown(y, Int256.Add(x, x, ref fault), ref fault);
        Int256 n = Int256.Add(
            MultiplyDown(MultiplyDown(difference, parameters.TwiceC, ref fault), s, ref fault),
            MultiplyDown(MultiplyDown(q, c, ref fault), c, ref fault), ref fault);
        n = Int256.Subtract(n, MultiplyDown(MultiplyDown(q, s, ref fault), s, ref fault), ref fault);
        return parameters.InvariantTerms.RootB.MultiplyDown(n, ref fault);
    }

    private static Int256 TermC(EclpParameters parameters, in Int256 x, in Int256 y, in Int256 xx, in Int256 yy, ref Fault fault)
    {
        EclpInvariantTerms terms = parameters.InvariantTerms;
        Int256 c = parameters.Curve.C, s = parameters.Curve.S;
        Int256 squares = Int256.Add(
            MultiplyUp(MultiplyUp(xx, s, ref fault), s, ref fault), MultiplyUp(MultiplyUp(yy, c, ref fault), c, ref fault), ref fault);
        Int256 mixed = MultiplyUp(MultiplyUp(MultiplyUp(x, y, ref fault), parameters.TwiceS, ref fault), c, ref fault);
        Int256 n = Int256.Add(squares, mixed, ref fault);
        return Int256.Add(
            terms.RootC.MultiplyDown(Int256.Negate(n, ref fault), ref fault),
            terms.InverseOfDSq.MultiplyDown(Int256.Subtract(n, Allowance, ref fault), ref fault), ref fault);
    }
}
