using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Verification.Eclp;

namespace Myco.Cli.Demonstration;

/// <summary>The quotes in integers of one swap of the chain.</summary>
internal static class ExactQuotes
{
    /// <summary>Of the E-CLP's twin.</summary>
    public static ExactQuote Twin(EclpParameters parameters, EclpSwapVector swap)
    {
        Revert revert = EclpState.TryPrepare(parameters, swap.Balances, out PreparedPool<EclpState> pool);
        return revert == Revert.None ? Quote(pool, swap) : ExactQuote.Refuse(revert);
    }

    /// <summary>Of the ellipsoid.</summary>
    public static ExactQuote Ellipsoid(ExactEllipsoidParameters parameters, EclpSwapVector swap)
    {
        Revert revert = ExactEllipsoidState.TryPrepare(parameters, swap.Balances, out PreparedPool<ExactEllipsoidState> pool);
        return revert == Revert.None ? Quote(pool, swap) : ExactQuote.Refuse(revert);
    }

    /// <summary>The ellipsoid of an E-CLP's α, β, c, s, λ.</summary>
    public static ExactEllipsoidParameters Derive(in EclpCurve curve) =>
        EllipsoidDerivation.FromEclp(curve.Alpha.Bits, curve.Beta.Bits, curve.C.Bits, curve.S.Bits, curve.Lambda.Bits, out _);

    private static ExactQuote Quote<TState>(in PreparedPool<TState> pool, EclpSwapVector swap)
        where TState : struct, IPoolState => pool.Quote(new(swap.Kind, swap.AssetIn, swap.AssetOut, swap.Amount));
}
