using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The ellipse of one invariant, seen from one token: gives the other token's balance for one of this one.</summary>
/// <remarks>What does not depend on the balance is kept. Formulas: spec/04-onchain-math.md §1.3, Y given X.</remarks>
internal readonly struct EclpSide
{
    private readonly EclpSideTerms _terms;
    private readonly EclpVector _vector;
    private readonly EclpSideConstants _constants;
    private readonly Fault _refusal;

    /// <summary>The side at R = vector.</summary>
    public EclpSide(EclpSideTerms terms, in EclpVector vector)
    {
        Fault narrow = default;
        (_terms, _vector) = (terms, vector);
        _constants = EclpSideConstants.Of<DecimalWord128>(terms, vector, ref narrow);
        if (narrow.IsRaised)
        {
            _constants = EclpSideConstants.Of<DecimalWord256>(terms, vector, ref _refusal);
        }
    }

    /// <summary>The other token's balance, an overestimate, for this token's balance; offsets of this token and of the other.</summary>
    public Int256 OtherBalance(in Int256 balance, in Int256 offset, in Int256 otherOffset, ref Fault fault)
    {
        Fault narrow = _refusal;
        Int256 other = OtherBalance<DecimalWord128>(balance, offset, otherOffset, ref narrow);
        if (!narrow.IsRaised)
        {
            return other;
        }

        if (_refusal.IsRaised)
        {
            fault.Raise(_refusal.Code);
        }

        return OtherBalance<DecimalWord256>(balance, offset, otherOffset, ref fault);
    }

    private Int256 OtherBalance<TWord>(in Int256 balance, in Int256 offset, in Int256 otherOffset, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord x = TWord.From(balance, ref fault);
        TWord linear = Linear(TWord.Subtract(x, TWord.From(offset, ref fault), ref fault), ref fault);
        TWord discriminant = TWord.Subtract(TWord.From(_constants.Sigma, ref fault), ShiftedSquare(x, ref fault), ref fault);
        TWord difference = TWord.Subtract(linear, TWord.Root(discriminant, ref fault), ref fault);
        TWord shifted = difference.IsPositive
            ? TWord.MultiplyUp(difference, _terms.InverseUp, ref fault)
            : TWord.MultiplyUp(difference, _terms.InverseDown, ref fault);
        return TWord.Add(shifted, TWord.From(otherOffset, ref fault), ref fault).ToInt256();
    }

    /// <summary>B, from x' = x − o1.</summary>
    private TWord Linear<TWord>(TWord shifted, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord c = TWord.From(_terms.C, ref fault), s = TWord.From(_terms.S, ref fault);
        TWord opposite = TWord.Negate(shifted, ref fault);
        return shifted.IsPositive
            ? TWord.MultiplyUp(TWord.MultiplyDown(TWord.MultiplyDown(opposite, s, ref fault), c, ref fault), _terms.LinearDown, ref fault)
            : TWord.MultiplyUp(TWord.MultiplyUp(TWord.MultiplyUp(opposite, s, ref fault), c, ref fault), _terms.LinearUp, ref fault);
    }

    /// <summary>K, an overestimate of x'²/λ².</summary>
    private TWord ShiftedSquare<TWord>(TWord x, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord twiceC = TWord.From(_terms.TwiceC, ref fault), twiceS = TWord.From(_terms.TwiceS, ref fault);
        TWord below = TWord.MultiplyDown(TWord.Negate(TWord.From(_vector.Y, ref fault), ref fault), x, ref fault);
        TWord linear = _terms.IsTauXNegative
            ? TWord.MultiplyUp(TWord.MultiplyUp(TWord.From(_vector.X, ref fault), x, ref fault), twiceC, ref fault)
            : TWord.MultiplyDown(below, twiceC, ref fault);
        TWord q1 = TWord.Add(
            TWord.From(_constants.Cross, ref fault), TWord.MultiplyUp(linear, _terms.LinearInX, ref fault), ref fault);
        TWord along = TWord.MultiplyUp(TWord.MultiplyDown(below, twiceS, ref fault), _terms.TauY, ref fault);
        TWord q2 = TWord.Add(TWord.From(_constants.SquareOfTauY, ref fault), along, ref fault);
        q2 = OverLambda(TWord.Add(q2, TWord.MultiplyUp(x, x, ref fault), ref fault), ref fault);
        q1 = OverLambda(TWord.Add(q1, q2, ref fault), ref fault);
        return TWord.Add(TWord.From(_constants.SquareOfTauX, ref fault), q1, ref fault);
    }

    /// <summary>value/λ rounded up.</summary>
    private TWord OverLambda<TWord>(TWord value, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord> =>
        value.IsPositive ? TWord.DivideUp(value, _terms.Lambda, ref fault) : TWord.DivideDown(value, _terms.Lambda, ref fault);
}
