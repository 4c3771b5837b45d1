using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The virtual offsets a and b: where the ellipse's centre lies, 18 decimals, rounded up. Formulas: spec/04-onchain-math.md §1.3, offsets.</summary>
public static class EclpOffsets
{
    /// <summary>a for token 0, b for token 1.</summary>
    public static Int256 Of(EclpParameters parameters, int token, in EclpVector vector, ref Fault fault) => Of(parameters.Side(token), vector, ref fault);

    /// <summary>(τx &gt; 0 ? n↑(mu(mu(Rx,λ),c),Tx) : n↑(md(md(Ry,λ),c),Tx)) + n↑(mu(Rx,s),Ty), T = xd(τ,dSq), as the side's token sees it.</summary>
    internal static Int256 Of(EclpSideTerms side, in EclpVector vector, ref Fault fault)
    {
        Int256 stretched = side.IsTauXPositive
            ? MultiplyUp(MultiplyUp(vector.X, side.LambdaValue, ref fault), side.C, ref fault)
            : MultiplyDown(MultiplyDown(vector.Y, side.LambdaValue, ref fault), side.C, ref fault);
        Int256 along = MultiplyUp(vector.X, side.S, ref fault);
        return Int256.Add(side.TauX.MultiplyUp(stretched, ref fault), side.TauY.MultiplyUp(along, ref fault), ref fault);
    }
}
