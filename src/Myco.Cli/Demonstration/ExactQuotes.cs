using Myco.Engine;
using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.Exact.Faults;

namespace Myco.Cli.Demonstration;

/// <summary>The quotes in integers of one swap of the chain.</summary>
internal static class ExactQuotes
{
    /// <summary>Of the E-CLP's twin.</summary>
    public static ExactQuote Twin(EclpParameters parameters, EclpVectors.SwapCase swap)
    {
        Revert revert = EclpState.TryPrepare(parameters, swap.Balances, out EclpState state);
        return revert == Revert.None ? Quote(state, swap) : Refused(revert);
    }

    /// <summary>Of the ellipsoid.</summary>
    public static ExactQuote Ellipsoid(ExactEllipsoidParameters parameters, EclpVectors.SwapCase swap)
    {
        Revert revert = ExactEllipsoidState.TryPrepare(parameters, swap.Balances, out ExactEllipsoidState state);
        return revert == Revert.None ? Quote(state, swap) : Refused(revert);
    }

    /// <summary>The ellipsoid of an E-CLP's α, β, c, s, λ.</summary>
    public static ExactEllipsoidParameters Derive(in EclpCurve curve) =>
        EllipsoidDerivation.FromEclp(curve.Alpha.Bits, curve.Beta.Bits, curve.C.Bits, curve.S.Bits, curve.Lambda.Bits, out _);

    private static ExactQuote Quote<TState>(in TState state, EclpVectors.SwapCase swap)
        where TState : struct, IPoolState => swap.Kind == SwapKind.ExactIn
            ? state.SwapExactIn(swap.AssetIn, swap.AssetOut, swap.Amount)
            : state.SwapExactOut(swap.AssetIn, swap.AssetOut, swap.Amount);

    private static ExactQuote Refused(Revert revert)
    {
        Fault fault = default;
        fault.Raise(revert);
        return new(default, fault);
    }
}
