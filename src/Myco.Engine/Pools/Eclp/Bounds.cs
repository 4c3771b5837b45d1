using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The balance of a token at which its price is at the end of the curve, 18 decimals, rounded down. Formulas: spec/04-onchain-math.md §1.3, bounds.</summary>
public static class EclpBounds
{
    /// <summary>x⁺ for token 0, y⁺ for token 1.</summary>
    public static Int256 Of(EclpParameters parameters, int token, in EclpVector vector, ref Fault fault) => Of(parameters.Side(token), vector, ref fault);

    /// <summary>n↓(md(md(Ry,λ),c),T1) + n↓(T2 &gt; 0 ? md(Ry,s) : mu(Rx,s), T2), as the side's token sees it.</summary>
    internal static Int256 Of(EclpSideTerms side, in EclpVector vector, ref Fault fault)
    {
        Int256 stretched = MultiplyDown(MultiplyDown(vector.Y, side.LambdaValue, ref fault), side.C, ref fault);
        Int256 along = side.IsHeightPositive ? MultiplyDown(vector.Y, side.S, ref fault) : MultiplyUp(vector.X, side.S, ref fault);
        return Int256.Add(side.Width.MultiplyDown(stretched, ref fault), side.Height.MultiplyDown(along, ref fault), ref fault);
    }
}
