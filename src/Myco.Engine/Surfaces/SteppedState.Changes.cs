using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <content>How the numbers follow a change of balances.</content>
public sealed partial class SteppedState
{
    /// <summary>Below this, e is rounding of the amounts and δr needs no more than 53 bits; of the series that it begins, the second term is below these.</summary>
    private const double RoundingOnly = 1.0 / (1L << 50);

    /// <summary>What δr from four operations in double-double is off by, relative.</summary>
    private const double GrowthRounding = 1.0 / (1UL << 50) / (1UL << 50);

    /// <summary>Changes two balances (or one, named twice) and all that depends on them; false, with nothing changed, where that is no state.</summary>
    /// <remarks>With g' = g + GΔ: e = Δ·(g + g'), B = s₀ − t·Δ, δr = −e/(B + √(B² − κe)); then g' − δr·t, r + δr, s₀' = B + κδr.</remarks>
    private bool TryChange(int first, double firstChange, int second, double secondChange)
    {
        DoubleDouble firstBalance = new DoubleDouble(_balances[first], _balancesLow[first]) + firstChange;
        DoubleDouble secondBalance = new DoubleDouble(_balances[second], _balancesLow[second]) + secondChange;
        if (firstBalance.High < 0 || secondBalance.High < 0)
        {
            return false;
        }

        DoubleDouble basis = _root - (Image(first) * firstChange) - (Image(second) * secondChange);
        DoubleDouble excess = Excess(first, firstChange, second, secondChange);
        DoubleDouble growth = Growth(basis, excess, out double growthRounding);
        double greatest = FollowGradient(first, firstChange, second, secondChange, growth);
        DoubleDouble root = basis + (Surface.InDoubleDouble.Kappa * growth);
        StateDrift.Magnitudes change = new(
            Math.Abs(firstChange) + Math.Abs(secondChange), firstBalance.High + secondBalance.High,
            -(_gradient[first] + _gradient[second] + _nextGradient[first] + _nextGradient[second]), Math.Abs(growth.High), growthRounding);
        StateDrift drift = _drift.After(Surface.Columns, in change, Math.Max(Math.Abs(basis.High), Math.Max(_root.High, root.High)));
        if (!drift.IsHarmless(Surface.Columns, root.High, Math.Abs(greatest)))
        {
            Span<double> balances = stackalloc double[Dimension];
            Span<double> balancesLow = stackalloc double[Dimension];
            _balances.CopyTo(balances);
            _balancesLow.CopyTo(balancesLow);
            Set(balances, balancesLow, first, firstBalance);
            Set(balances, balancesLow, second, first == second ? firstBalance : secondBalance);
            return TryRebuild(balances, balancesLow);
        }

        if (!(greatest < 0))
        {
            return false;
        }

        (_gradient, _nextGradient) = (_nextGradient, _gradient);
        (_gradientLow, _nextGradientLow) = (_nextGradientLow, _gradientLow);
        Set(_balances, _balancesLow, first, firstBalance);
        Set(_balances, _balancesLow, second, first == second ? firstBalance : secondBalance);
        _invariant += growth;
        (_root, _drift, _prepared) = (root, drift, null);
        return true;
    }

    /// <summary>e = Δ·(g + g') with g' = g + GΔ.</summary>
    private DoubleDouble Excess(int first, double firstChange, int second, double secondChange)
    {
        ReadOnlyDoubleDoubleSpan gradient = GradientSpan;
        ReadOnlyDoubleDoubleSpan firstColumn = Surface.Columns.Column(first);
        ReadOnlyDoubleDoubleSpan secondColumn = Surface.Columns.Column(second);
        DoubleDouble firstSum = (firstColumn[first] * firstChange) + (secondColumn[first] * secondChange) + (gradient[first] * 2);
        DoubleDouble secondSum = (firstColumn[second] * firstChange) + (secondColumn[second] * secondChange) + (gradient[second] * 2);
        return (firstSum * firstChange) + (secondSum * secondChange);
    }

    private DoubleDouble Growth(DoubleDouble basis, DoubleDouble excess, out double rounding)
    {
        rounding = GrowthRounding;
        DoubleDouble kappa = Surface.InDoubleDouble.Kappa;
        if (basis.High > 0 && Math.Abs(excess.High) * kappa.High < RoundingOnly * basis.High * basis.High)
        {
            rounding = RoundingOnly;
            return -excess.High / (2 * basis.High);
        }

        return NearRoot.Growth(basis, excess, DoubleDouble.Sqrt((basis * basis) - (kappa * excess)), kappa);
    }

    private bool TryReplace(ReadOnlySpan<double> changes, double sign)
    {
        Span<double> balances = stackalloc double[Dimension];
        Span<double> balancesLow = stackalloc double[Dimension];
        for (int i = 0; i < balances.Length; i++)
        {
            Set(balances, balancesLow, i, new DoubleDouble(_balances[i], _balancesLow[i]) + (sign * changes[i]));
        }

        return TryRebuild(balances, balancesLow);
    }

    private bool TryRebuild(ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow)
    {
        EllipsoidState? state = Surface.Prepare(balances, balancesLow, out _);
        if (state is null)
        {
            return false;
        }

        balances.CopyTo(_balances);
        balancesLow.CopyTo(_balancesLow);
        Adopt(state);
        Rebuilds++;
        return true;
    }

    private DoubleDouble Image(int asset) => Surface.Columns.Image[asset];

    private static void Set(Span<double> high, Span<double> low, int index, DoubleDouble value) =>
        (high[index], low[index]) = (value.High, value.Low);
}
