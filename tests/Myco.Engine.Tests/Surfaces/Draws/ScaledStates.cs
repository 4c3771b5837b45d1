using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>A state times a number, in double-double, so that rounding the balances to binary64 does not move it.</summary>
internal static class ScaledStates
{
    public static EllipsoidState ScaledBy(this EllipsoidState state, double factor)
    {
        double[] high = new double[state.Dimension];
        double[] low = new double[state.Dimension];
        for (int i = 0; i < high.Length; i++)
        {
            DoubleDouble balance = new DoubleDouble(state.Balances[i], state.BalancesLow[i]) * factor;
            (high[i], low[i]) = (balance.High, balance.Low);
        }

        return state.Surface.At(high, low);
    }
}
