using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The ellipse of one invariant, seen from one token: gives the other token's balance for one of this one.</summary>
/// <remarks>What does not depend on the balance is kept. Formulas: spec/04-onchain-math.md §1.3, Y given X.</remarks>
internal readonly struct EclpSide
{
    private readonly EclpSideTerms _terms;
    private readonly EclpVector _vector;

    /// <summary>The constant terms of K's q1, q2 and of K itself, and of Q.</summary>
    private readonly Int256 _cross, _squareOfTauY, _squareOfTauX, _sigma;
    private readonly Fault _refusal;

    /// <summary>The side at R = vector.</summary>
    public EclpSide(EclpSideTerms terms, in EclpVector vector)
    {
        Fault fault = default;
        (_terms, _vector) = (terms, vector);
        Int256 c = terms.C, s = terms.S;
        Int256 up = MultiplyUp(vector.X, vector.X, ref fault), down = MultiplyDown(vector.Y, vector.Y, ref fault);
        _cross = terms.Cross.MultiplyUp(
            terms.IsCrossPositive
                ? MultiplyUp(MultiplyUp(up, terms.TwiceS, ref fault), c, ref fault)
                : MultiplyDown(MultiplyDown(down, terms.TwiceS, ref fault), c, ref fault),
            ref fault);
        _squareOfTauY = terms.SquareOfTauY.MultiplyUp(MultiplyUp(MultiplyUp(up, s, ref fault), s, ref fault), ref fault);
        _squareOfTauX = terms.SquareOfTauX.MultiplyUp(MultiplyUp(MultiplyUp(up, c, ref fault), c, ref fault), ref fault);
        _sigma = terms.Sigma.MultiplyDown(down, ref fault);
        _refusal = fault;
    }

    /// <summary>The other token's balance, an overestimate, for this token's balance; offsets of this token and of the other.</summary>
    public Int256 OtherBalance(in Int256 balance, in Int256 offset, in Int256 otherOffset, ref Fault fault)
    {
        if (_refusal.IsRaised)
        {
            fault.Raise(_refusal.Code);
        }

        Int256 linear = Linear(Int256.Subtract(balance, offset, ref fault), ref fault);
        Int256 discriminant = Int256.Subtract(_sigma, ShiftedSquare(balance, ref fault), ref fault);
        Int256 root = discriminant.IsPositive ? new(NewtonSquareRoot.Root(discriminant.Bits, ref fault)) : default;
        Int256 difference = Int256.Subtract(linear, root, ref fault);
        Int256 shifted = difference.IsPositive
            ? _terms.InverseUp.MultiplyUp(difference, ref fault)
            : _terms.InverseDown.MultiplyUp(difference, ref fault);
        return Int256.Add(shifted, otherOffset, ref fault);
    }

    /// <summary>B, from x' = x − o1.</summary>
    private Int256 Linear(in Int256 shifted, ref Fault fault)
    {
        Int256 c = _terms.C, s = _terms.S;
        Int256 opposite = Int256.Negate(shifted, ref fault);
        return shifted.IsPositive
            ? _terms.LinearDown.MultiplyUp(MultiplyDown(MultiplyDown(opposite, s, ref fault), c, ref fault), ref fault)
            : _terms.LinearUp.MultiplyUp(MultiplyUp(MultiplyUp(opposite, s, ref fault), c, ref fault), ref fault);
    }

    /// <summary>K, an overestimate of x'²/λ².</summary>
    private Int256 ShiftedSquare(in Int256 x, ref Fault fault)
    {
        Int256 below = MultiplyDown(Int256.Negate(_vector.Y, ref fault), x, ref fault);
        Int256 linear = _terms.IsTauXNegative
            ? MultiplyUp(MultiplyUp(_vector.X, x, ref fault), _terms.TwiceC, ref fault)
            : MultiplyDown(below, _terms.TwiceC, ref fault);
        Int256 q1 = Int256.Add(_cross, _terms.LinearInX.MultiplyUp(linear, ref fault), ref fault);
        Int256 q2 = Int256.Add(
            _squareOfTauY, _terms.TauY.MultiplyUp(MultiplyDown(below, _terms.TwiceS, ref fault), ref fault), ref fault);
        q2 = OverLambda(Int256.Add(q2, MultiplyUp(x, x, ref fault), ref fault), ref fault);
        return Int256.Add(_squareOfTauX, OverLambda(Int256.Add(q1, q2, ref fault), ref fault), ref fault);
    }

    /// <summary>value/λ rounded up.</summary>
    private Int256 OverLambda(in Int256 value, ref Fault fault) =>
        value.IsPositive ? _terms.Lambda.DivideUp(value, ref fault) : _terms.Lambda.DivideDown(value, ref fault);
}
