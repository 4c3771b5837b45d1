using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal38;

namespace Myco.Engine.Pools.Eclp;

/// <summary>What the invariant multiplies by and the parameters alone decide. Formulas: spec/04-onchain-math.md §1.3, AtAχ and the square root's A, B, C.</summary>
internal sealed class EclpInvariantTerms
{
    /// <summary>λ as a divisor.</summary>
    public readonly Decimal18Divisor Lambda;

    /// <summary>xd(dd(dd(w,λ)+z,λ),D2).</summary>
    public readonly Decimal38Factor ChiOfStretched;

    /// <summary>xd(u,D2).</summary>
    public readonly Decimal38Factor ChiOfU;

    /// <summary>xd(v,D2).</summary>
    public readonly Decimal38Factor ChiOfV;

    /// <summary>t of A.</summary>
    public readonly Decimal38Factor RootA;

    /// <summary>t of B.</summary>
    public readonly Decimal38Factor RootB;

    /// <summary>t of C.</summary>
    public readonly Decimal38Factor RootC;

    /// <summary>i = xd(X,dSq).</summary>
    public readonly Decimal38Factor InverseOfDSq;

    /// <summary>M = xd(X,AA − X).</summary>
    public readonly Decimal38Factor InverseDenominator;

    /// <summary>λ·λ/10³⁶, cut, and the refusal of the product.</summary>
    public readonly Kept<Int256> LambdaSquared;

    /// <summary>The terms of these parameters; what a term's computing refuses is raised where the term is used.</summary>
    public EclpInvariantTerms(in EclpCurve curve, in EclpDerivedParameters derived, in Decimal18Divisor lambda)
    {
        Lambda = lambda;
        Fault fault = default;
        Int256 u = derived.U, v = derived.V, w = derived.W, z = derived.Z, dSq = derived.DSq;
        Int256 d2 = Multiply(dSq, dSq, ref fault);
        Int256 stretched = lambda.DivideDown(Int256.Add(lambda.DivideDown(w, ref fault), z, ref fault), ref fault);
        ChiOfStretched = new(Divide(stretched, d2, ref fault), fault);
        ChiOfU = new(Divide(u, d2, ref fault), fault);
        ChiOfV = new(Divide(v, d2, ref fault), fault);

        Int256 d4 = Multiply(Multiply(d2, dSq, ref fault), dSq, ref fault);
        RootA = new(Divide(Quadratic(u, Twice(u, ref fault), v, lambda, ref fault), d4, ref fault), fault);
        RootB = new(Divide(Mixed(derived, lambda, ref fault), d4, ref fault), fault);
        RootC = new(Divide(Quadratic(z, Twice(z, ref fault), w, lambda, ref fault), d4, ref fault), fault);
        InverseOfDSq = new(Divide(One, dSq, ref fault), fault);
        InverseDenominator = new(EclpInvariant.InverseDenominator(curve, derived, ref fault), fault);

        Int256 square = Int256.Multiply(curve.Lambda, curve.Lambda, ref fault);
        LambdaSquared = new(new(Scale.By18.Divide(Scale.By18.Divide(square.Magnitude))), fault);
    }

    /// <summary>xm(p,p) + dd(xm(2p,q),λ) + dd(dd(xm(q,q),λ),λ), in A's order; the order of C's sum gives the same.</summary>
    private static Int256 Quadratic(in Int256 p, in Int256 twiceP, in Int256 q, in Decimal18Divisor lambda, ref Fault fault)
    {
        Int256 sum = Int256.Add(
            Multiply(p, p, ref fault), lambda.DivideDown(Multiply(twiceP, q, ref fault), ref fault), ref fault);
        Int256 last = lambda.DivideDown(lambda.DivideDown(Multiply(q, q, ref fault), ref fault), ref fault);
        return Int256.Add(sum, last, ref fault);
    }

    /// <summary>xm(z,u) + dd(dd(xm(w,v),λ),λ) + dd(xm(w,u)+xm(z,v),λ).</summary>
    private static Int256 Mixed(in EclpDerivedParameters derived, in Decimal18Divisor lambda, ref Fault fault)
    {
        Int256 u = derived.U, v = derived.V, w = derived.W, z = derived.Z;
        Int256 twice = lambda.DivideDown(lambda.DivideDown(Multiply(w, v, ref fault), ref fault), ref fault);
        Int256 once = Int256.Add(Multiply(w, u, ref fault), Multiply(z, v, ref fault), ref fault);
        Int256 sum = Int256.Add(Multiply(z, u, ref fault), twice, ref fault);
        return Int256.Add(sum, lambda.DivideDown(once, ref fault), ref fault);
    }

    private static Int256 Twice(in Int256 value, ref Fault fault) => Int256.Add(value, value, ref fault);
}
