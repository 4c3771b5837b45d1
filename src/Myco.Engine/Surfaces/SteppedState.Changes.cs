using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <content>How the numbers follow a change of balances.</content>
public sealed partial class SteppedState
{
    /// <summary>Below this, e is rounding of the amounts and δr needs no more than 53 bits.</summary>
    private const double RoundingOnly = 1.0 / (1L << 50);

    /// <summary>The rounding of one update, relative to the magnitudes in it.</summary>
    private const double UpdateRounding = 1.0 / (1UL << 50) / (1UL << 50);

    /// <summary>What a gradient may be off before a quote's last bit could feel it.</summary>
    private const double DriftAllowed = 1.0 / (1L << 60);

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
        DoubleDouble growth = Growth(basis, excess);
        double greatest = FollowGradient(first, firstChange, second, secondChange, growth);
        double drift = _drift + UpdateSize(firstChange, secondChange, growth.High);
        if (drift > DriftAllowed * Surface.Columns.PairConditioning * Math.Abs(greatest))
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
        _root = basis + (Surface.InDoubleDouble.Kappa * growth);
        (_drift, _prepared) = (drift, null);
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

    private DoubleDouble Growth(DoubleDouble basis, DoubleDouble excess)
    {
        DoubleDouble kappa = Surface.InDoubleDouble.Kappa;
        if (basis.High > 0 && Math.Abs(excess.High) * kappa.High < RoundingOnly * basis.High * basis.High)
        {
            return -excess.High / (2 * basis.High);
        }

        return NearRoot.Growth(basis, excess, DoubleDouble.Sqrt((basis * basis) - (kappa * excess)), kappa);
    }

    private double UpdateSize(double firstChange, double secondChange, double growth) => UpdateRounding * (
        ((Math.Abs(firstChange) + Math.Abs(secondChange)) * Surface.Columns.LargestMetric)
        + (Math.Abs(growth) * Surface.Columns.LargestImage)
        + Math.Abs(_root.High * Surface.Columns.LargestImage / Surface.InDoubleDouble.Kappa.High));

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
