using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The ellipse of one invariant, seen from one token: gives the other token's balance for one of this one.</summary>
/// <remarks>What does not depend on the balance is kept, in both words. Formulas: spec/04-onchain-math.md §1.3, Y given X.</remarks>
// No local is read before it is set: clearing the temporaries of the whole formula costs one or two parts in a hundred of a quote.
[SkipLocalsInit]
internal readonly struct EclpSide
{
    private readonly EclpSideTerms _terms;
    private readonly Kept<EclpSideConstants<DecimalWord128>> _narrow;
    private readonly Kept<EclpSideConstants<DecimalWord256>> _wide;

    /// <summary>The side at R = vector.</summary>
    public EclpSide(EclpSideTerms terms, in EclpVector vector)
    {
        _terms = terms;
        _narrow = EclpSideConstants<DecimalWord128>.Keep(terms.Narrow, terms, vector);
        if (_narrow.IsRefused)
        {
            _wide = EclpSideConstants<DecimalWord256>.Keep(terms.Wide, terms, vector);
            _narrow = EclpSideConstants<DecimalWord128>.From(_wide);
        }
        else
        {
            _wide = EclpSideConstants<DecimalWord256>.From(_narrow);
        }
    }

    /// <summary>The other token's balance, an overestimate, for this token's balance; offsets of this token and of the other.</summary>
    public Int256 OtherBalance(in Int256 balance, in Int256 offset, in Int256 otherOffset, ref Fault fault)
    {
        if (!_narrow.IsRefused)
        {
            Fault narrow = default;
            Int256 other = OtherBalance(_terms.Narrow.Take(ref narrow), _narrow.Take(ref narrow), balance, offset, otherOffset, ref narrow);
            if (!narrow.IsRaised)
            {
                return other;
            }
        }

        return OtherBalance(_terms.Wide.Take(ref fault), _wide.Take(ref fault), balance, offset, otherOffset, ref fault);
    }

    private Int256 OtherBalance<TWord>(
        in EclpAxes<TWord> axes, in EclpSideConstants<TWord> constants, in Int256 balance, in Int256 offset, in Int256 otherOffset, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord x = TWord.From(balance, ref fault);
        TWord linear = Linear(axes, TWord.Subtract(x, TWord.From(offset, ref fault), ref fault), ref fault);
        TWord discriminant = TWord.Subtract(constants.Sigma, ShiftedSquare(axes, constants, x, ref fault), ref fault);
        TWord difference = TWord.Subtract(linear, TWord.Root(discriminant, ref fault), ref fault);
        TWord shifted = difference.IsPositive
            ? TWord.MultiplyUp(difference, _terms.InverseUp, ref fault)
            : TWord.MultiplyUp(difference, _terms.InverseDown, ref fault);
        return TWord.Add(shifted, TWord.From(otherOffset, ref fault), ref fault).ToInt256();
    }

    /// <summary>B, from x' = x − o1.</summary>
    private TWord Linear<TWord>(in EclpAxes<TWord> axes, TWord shifted, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord opposite = TWord.Negate(shifted, ref fault);
        return shifted.IsPositive
            ? TWord.MultiplyUp(TWord.MultiplyDown(TWord.MultiplyDown(opposite, axes.S, ref fault), axes.C, ref fault), _terms.LinearDown, ref fault)
            : TWord.MultiplyUp(TWord.MultiplyUp(TWord.MultiplyUp(opposite, axes.S, ref fault), axes.C, ref fault), _terms.LinearUp, ref fault);
    }

    /// <summary>K, an overestimate of x'²/λ².</summary>
    private TWord ShiftedSquare<TWord>(in EclpAxes<TWord> axes, in EclpSideConstants<TWord> constants, TWord x, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord below = TWord.MultiplyDown(TWord.Negate(constants.Ry, ref fault), x, ref fault);
        TWord linear = _terms.IsTauXNegative
            ? TWord.MultiplyUp(TWord.MultiplyUp(constants.Rx, x, ref fault), axes.TwiceC, ref fault)
            : TWord.MultiplyDown(below, axes.TwiceC, ref fault);
        TWord q1 = TWord.Add(constants.Cross, TWord.MultiplyUp(linear, _terms.LinearInX, ref fault), ref fault);
        TWord along = TWord.MultiplyUp(TWord.MultiplyDown(below, axes.TwiceS, ref fault), _terms.TauY, ref fault);
        TWord q2 = TWord.Add(constants.SquareOfTauY, along, ref fault);
        q2 = OverLambda(TWord.Add(q2, TWord.MultiplyUp(x, x, ref fault), ref fault), ref fault);
        q1 = OverLambda(TWord.Add(q1, q2, ref fault), ref fault);
        return TWord.Add(constants.SquareOfTauX, q1, ref fault);
    }

    /// <summary>value/λ rounded up.</summary>
    private TWord OverLambda<TWord>(TWord value, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord> =>
        value.IsPositive ? TWord.DivideUp(value, _terms.Lambda, ref fault) : TWord.DivideDown(value, _terms.Lambda, ref fault);
}
