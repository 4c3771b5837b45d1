namespace Myco.Engine.Tests.Surfaces.Oracle;

/// <summary>The surface by the textbook's route: |A(v − r·o)|² = r² is solved for the new balance and the old one is taken away.</summary>
/// <remarks>Nothing of spec 01's cancellation-free forms is used: A = diag(1/λ)Qᵀ itself, from sines and cosines to 640 bits,
/// offsets by <see cref="TextbookOffsets"/>.</remarks>
internal sealed class TextbookSurface
{
    private readonly BigReal[][] _columns;
    private readonly BigReal[] _centre;
    private readonly BigReal _centreLessOne;

    public TextbookSurface(double[] stretch, double[] angles, double[] lower, double[] upper)
    {
        int n = stretch.Length;
        BigReal[,] rotation = Rotation(n, angles);
        _columns = [.. Enumerable.Range(0, n).Select(column => (BigReal[])[.. Enumerable.Range(0, n).Select(axis => rotation[column, axis] / stretch[axis])])];
        InverseMetric = new BigReal[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int axis = 0; axis < n; axis++)
                {
                    InverseMetric[i, j] += rotation[i, axis] * rotation[j, axis] * stretch[axis] * stretch[axis];
                }
            }
        }

        Offset = [.. Enumerable.Range(0, n).Select(asset => TextbookOffsets.Largest(InverseMetric, asset, lower, upper))];
        _centre = Image(Offset);
        _centreLessOne = Dot(_centre, _centre) - BigReal.One;
    }

    public BigReal[,] InverseMetric { get; }

    public BigReal[] Offset { get; }

    /// <summary>κ = |Ao|² − 1.</summary>
    public BigReal Kappa => _centreLessOne;

    /// <summary>The larger root of |A(v − r·o)|² = r² of balances that have one.</summary>
    public BigReal Invariant(BigReal[] balances) => TryInvariant(balances)!.Value;

    /// <summary>The larger root of |A(v − r·o)|² = r²; null where there is none.</summary>
    public BigReal? TryInvariant(BigReal[] balances)
    {
        BigReal[] image = Image(balances);
        BigReal half = Dot(image, _centre);
        BigReal discriminant = (half * half) - (_centreLessOne * Dot(image, image));
        return discriminant.Sign < 0 ? null : (half + BigReal.Sqrt(discriminant)) / _centreLessOne;
    }

    /// <summary>g_i, half the derivative of |A(v − r·o)|² by v_i.</summary>
    public BigReal[] Gradient(BigReal[] balances, BigReal invariant)
    {
        BigReal[] place = Place(balances, invariant);
        return [.. _columns.Select(column => Dot(column, place))];
    }

    /// <summary>The balance of one asset on the surface, with all others and the invariant given, on the arc where its price is
    /// positive; null where the surface has none.</summary>
    public BigReal? Balance(BigReal[] balances, BigReal invariant, int asset)
    {
        BigReal[] without = [.. balances];
        without[asset] = 0;
        BigReal[] place = Place(without, invariant);
        BigReal half = Dot(_columns[asset], place), square = Dot(_columns[asset], _columns[asset]);
        BigReal discriminant = (half * half) - (square * (Dot(place, place) - (invariant * invariant)));
        return discriminant.Sign < 0 ? null : -(half + BigReal.Sqrt(discriminant)) / square;
    }

    /// <summary>Whether no balance is below zero and every price is above.</summary>
    public bool IsState(BigReal[] balances, BigReal invariant) =>
        Array.TrueForAll(balances, balance => balance.Sign >= 0) && Array.TrueForAll(Gradient(balances, invariant), price => price.Sign < 0);

    private BigReal[] Place(BigReal[] balances, BigReal invariant) =>
        Image([.. balances.Select((balance, i) => balance - (invariant * Offset[i]))]);

    private BigReal[] Image(BigReal[] vector)
    {
        BigReal[] image = new BigReal[vector.Length];
        for (int column = 0; column < vector.Length; column++)
        {
            for (int axis = 0; axis < vector.Length; axis++)
            {
                image[axis] += _columns[column][axis] * vector[column];
            }
        }

        return image;
    }

    private static BigReal Dot(BigReal[] x, BigReal[] y)
    {
        BigReal sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>∏ G(i,j,θ), each factor multiplied on the right.</summary>
    private static BigReal[,] Rotation(int n, double[] angles)
    {
        BigReal[,] product = new BigReal[n, n];
        for (int i = 0; i < n; i++)
        {
            product[i, i] = BigReal.One;
        }

        int next = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                (BigReal cosine, BigReal sine) = BigReal.CosineAndSine(angles[next++]);
                for (int row = 0; row < n; row++)
                {
                    (BigReal left, BigReal right) = (product[row, i], product[row, j]);
                    product[row, i] = (left * cosine) - (right * sine);
                    product[row, j] = (left * sine) + (right * cosine);
                }
            }
        }

        return product;
    }
}
