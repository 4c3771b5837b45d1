using Myco.Kernels.ExtendedPrecision;

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
        Factorize();
        for (int f = 0; f < _free; f++)
        {
            int row = _index[f] * count;
            _direction[f] = inverseMetric[row + asset];
            _pull[f] = BoundPart(row, prices, free);
        }

        Substitute(_direction);
        Substitute(_pull);
        (TReal norm, TReal component) = SchurProducts(prices, free);
        attained = component > TReal.Zero;
        TReal reach = attained ? norm / component : TReal.Zero;
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
        TReal sum = TReal.Zero;
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
        (TReal norm, TReal component) = (TReal.Zero, TReal.Zero);
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

    private void Factorize()
    {
        for (int i = 0; i < _free; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                TReal sum = inverseMetric[(_index[i] * count) + _index[j]];
                for (int m = 0; m < j; m++)
                {
                    sum -= _factor[(i * count) + m] * _factor[(j * count) + m];
                }

                _factor[(i * count) + j] = i == j ? TReal.Sqrt(sum) : sum / _factor[(j * count) + j];
            }
        }
    }

    /// <summary>Solves L·Lᵀ·x = b in place.</summary>
    private void Substitute(TReal[] vector)
    {
        for (int i = 0; i < _free; i++)
        {
            for (int m = 0; m < i; m++)
            {
                vector[i] -= _factor[(i * count) + m] * vector[m];
            }

            vector[i] /= _factor[(i * count) + i];
        }

        for (int i = _free - 1; i >= 0; i--)
        {
            for (int m = i + 1; m < _free; m++)
            {
                vector[i] -= _factor[(m * count) + i] * vector[m];
            }

            vector[i] /= _factor[(i * count) + i];
        }
    }
}
