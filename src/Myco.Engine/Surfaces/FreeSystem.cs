using Myco.Kernels.Lanes;
using Myco.Kernels.Matrices;

namespace Myco.Engine.Surfaces;

/// <summary>The linear system of one round of <see cref="OffsetRounds{TReal}"/>: by a Cholesky factor of Σ_FF, the move from the
/// present prices to the best ones for the free coordinates.</summary>
internal sealed class FreeSystem<TReal>(TReal[] inverseMetric, int asset, int count)
    where TReal : unmanaged, IExtendedReal<TReal>
{
    private readonly int[] _index = new int[count];
    private readonly TReal[] _factor = new TReal[count * count];
    private readonly TReal[] _direction = new TReal[count];
    private readonly TReal[] _pull = new TReal[count];
    private readonly TReal[] _move = new TReal[count];
    private int _free;

    /// <summary>The coordinate that is number <paramref name="position"/> among the free ones.</summary>
    public int Index(int position) => _index[position];

    /// <summary>How far that coordinate moves.</summary>
    public TReal Move(int position) => _move[position];

    /// <summary>Finds the moves and returns how many coordinates are free. When the maximum lies at infinity,
    /// <paramref name="attained"/> is false and the moves are a direction without a length.</summary>
    public int Solve(TReal[] prices, bool[] free, out bool attained)
    {
        Collect(free);
        Span<TReal> factor = _factor.AsSpan(0, _free * _free);
        for (int f = 0; f < _free; f++)
        {
            int row = _index[f] * count;
            for (int j = 0; j <= f; j++)
            {
                factor[(f * _free) + j] = inverseMetric[row + _index[j]];
            }

            _direction[f] = inverseMetric[row + asset];
            _pull[f] = BoundPart(row, prices, free);
        }

        // Σ is positive definite; were a part of it not, the moves would be NaN, and no maximum would be found on the way.
        Cholesky.Factorize(factor, _free);
        Cholesky.Solve<TReal>(factor, _direction.AsSpan(0, _free));
        Cholesky.Solve<TReal>(factor, _pull.AsSpan(0, _free));
        (TReal norm, TReal component) = SchurProducts(prices, free);
        attained = component > 0;
        TReal reach = attained ? norm / component : 0;
        for (int f = 0; f < _free; f++)
        {
            _move[f] = attained ? (reach * _direction[f]) - _pull[f] - prices[_index[f]] : _direction[f];
        }

        return _free;
    }

    private void Collect(bool[] free)
    {
        _free = 0;
        for (int j = 0; j < count; j++)
        {
            if (free[j])
            {
                _index[_free++] = j;
            }
        }
    }

    /// <summary>Row · p over the bound coordinates.</summary>
    private TReal BoundPart(int row, TReal[] prices, bool[] free)
    {
        TReal sum = 0;
        for (int j = 0; j < count; j++)
        {
            if (!free[j])
            {
                sum += inverseMetric[row + j] * prices[j];
            }
        }

        return sum;
    }

    /// <summary>p_B·Sp_B and (Sp_B)_i, with (Sp_B)_b = (Σp)_b over B less Σ_bF·w.</summary>
    private (TReal Norm, TReal Component) SchurProducts(TReal[] prices, bool[] free)
    {
        (TReal norm, TReal component) = (0, 0);
        for (int b = 0; b < count; b++)
        {
            if (free[b])
            {
                continue;
            }

            TReal value = BoundPart(b * count, prices, free);
            for (int f = 0; f < _free; f++)
            {
                value -= inverseMetric[(b * count) + _index[f]] * _pull[f];
            }

            norm += prices[b] * value;
            component = b == asset ? value : component;
        }

        return (norm, component);
    }
}
