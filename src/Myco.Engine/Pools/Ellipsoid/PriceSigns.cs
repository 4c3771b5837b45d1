using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>The signs of marginal prices in binary64, where they are beyond doubt: nearly always.</summary>
/// <remarks>A price s·t_i + m_i is positive where t_i ≥ 0 and s and m_i are. Source: spec/06-exact-ellipsoid.md §2, "after".</remarks>
internal sealed class PriceSigns
{
    /// <summary>No term has an error of more than 2⁻⁵⁰ of its size; the gradient's estimate 2¹⁴⁰ besides.</summary>
    private const double RelativeDoubt = 1.0 / (1L << 47);
    private const double AbsoluteDoubt = 2787593149816327892691964784081045188247552.0;

    private const double TwoTo64 = 18446744073709551616.0;
    private const double TwoTo128 = TwoTo64 * TwoTo64;

    private readonly double[] _linear;
    private readonly double[] _cone;
    private readonly double _unit;
    private readonly bool _isLinearNegative;

    public PriceSigns(int exponent, ReadOnlySpan<Int256> linear, ReadOnlySpan<Int256> cone)
    {
        _unit = Math.ScaleB(1, exponent);
        _linear = new double[linear.Length];
        _cone = new double[cone.Length];
        for (int i = 0; i < linear.Length; i++)
        {
            _linear[i] = linear[i].ToDouble();
            _isLinearNegative |= linear[i].IsNegative;
        }

        for (int i = 0; i < cone.Length; i++)
        {
            _cone[i] = cone[i].ToDouble();
        }
    }

    /// <summary>True where every price is positive after the trade; false says nothing.</summary>
    public bool ArePositiveAfter(in ExactEllipsoidPoint point, in TradeAmounts trade)
    {
        ReadOnlySpan<double> linear = _linear;
        int n = linear.Length;
        double amountIn = Estimate(trade.AmountIn), amountOut = Estimate(trade.AmountOut);
        double root = ((point.Root.Limb2 * TwoTo128) + Estimate(point.Root.Low)) * _unit;
        double lessRoot = linear[trade.AssetIn] * amountIn, moreRoot = linear[trade.AssetOut] * amountOut;
        bool positive = !_isLinearNegative & root - lessRoot + moreRoot > (root + lessRoot + moreRoot) * RelativeDoubt;
        ReadOnlySpan<double> rowIn = _cone.AsSpan(trade.AssetIn * n, n), rowOut = _cone.AsSpan(trade.AssetOut * n, n);
        for (int i = 0; i < rowIn.Length && i < rowOut.Length; i++)
        {
            double gradient = Estimate(point.Gradient[i]), more = rowIn[i] * amountIn, less = rowOut[i] * amountOut;
            double doubt = ((Math.Abs(gradient) + Math.Abs(more) + Math.Abs(less)) * RelativeDoubt) + AbsoluteDoubt;
            positive &= gradient + more - less > doubt;
        }

        return positive;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Estimate(UInt128 value) => ((ulong)(value >> 64) * TwoTo64) + (ulong)value;

    /// <summary>From the upper two limbs: their roundings and the lower limbs are below 2¹⁴⁰ together where the number is short.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Estimate(in Int256 value) => (((long)value.Bits.Limb3 * TwoTo64) + value.Bits.Limb2) * TwoTo128;
}
