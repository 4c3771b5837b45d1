namespace Myco.Engine.Tests.Surfaces.Oracle;

/// <summary>o_i = max of (Σp)_i/|p|_Σ over the box, by trying every face of it: slow, and sure.</summary>
/// <remarks>On a face some coordinates F are free and the others at a bound; there the only stationary point is p_F = ϑu − w of
/// spec 01, section 1. The maximum over the box is the largest value at such a point inside its face, or at a vertex.</remarks>
internal static class TextbookOffsets
{
    private const int Lower = 0;
    private const int Upper = 1;
    private const int Free = 2;

    public static BigReal Largest(BigReal[,] metric, int asset, double[] lower, double[] upper)
    {
        int n = lower.Length;
        int faces = 1;
        for (int j = 0; j < n; j++)
        {
            faces *= 3;
        }

        BigReal? largest = null;
        for (int code = 0; code < faces; code++)
        {
            int[] place = [.. Enumerable.Range(0, n).Select(j => code / (int)Math.Pow(3, j) % 3)];
            bool repeated = place[asset] != Upper || Enumerable.Range(0, n).Any(j => j != asset && lower[j] == upper[j] && place[j] != Lower);
            if (!repeated && PointOn(metric, asset, place, lower, upper) is { } point)
            {
                BigReal value = Value(metric, asset, point);
                largest = largest is null || value > largest.Value ? value : largest;
            }
        }

        return largest!.Value;
    }

    /// <summary>(Σp)_i/|p|_Σ.</summary>
    public static BigReal Value(BigReal[,] metric, int asset, BigReal[] prices)
    {
        BigReal square = 0;
        for (int j = 0; j < prices.Length; j++)
        {
            square += Row(metric, j, prices) * prices[j];
        }

        return Row(metric, asset, prices) / BigReal.Sqrt(square);
    }

    private static BigReal[]? PointOn(BigReal[,] metric, int asset, int[] place, double[] lower, double[] upper)
    {
        int n = place.Length;
        BigReal[] bound = new BigReal[n];
        for (int j = 0; j < n; j++)
        {
            bound[j] = place[j] == Free ? 0 : place[j] == Upper ? upper[j] : lower[j];
        }

        int[] free = [.. Enumerable.Range(0, n).Where(j => place[j] == Free)];
        if (free.Length == 0)
        {
            return bound;
        }

        BigReal[] direction = Solve(metric, free, [.. free.Select(f => metric[f, asset])]);
        BigReal[] pull = Solve(metric, free, [.. free.Select(f => Row(metric, f, bound))]);
        BigReal[] rest = [.. Enumerable.Range(0, n).Select(b => Reduced(metric, b, bound, free, pull))];
        BigReal norm = 0;
        for (int b = 0; b < n; b++)
        {
            norm += bound[b] * rest[b];
        }

        if (rest[asset].Sign <= 0)
        {
            return null;
        }

        for (int f = 0; f < free.Length; f++)
        {
            BigReal price = (norm / rest[asset] * direction[f]) - pull[f];
            bound[free[f]] = price;
            if (price < lower[free[f]] || price > upper[free[f]])
            {
                return null;
            }
        }

        return bound;
    }

    private static BigReal Reduced(BigReal[,] metric, int row, BigReal[] bound, int[] free, BigReal[] pull)
    {
        BigReal value = Row(metric, row, bound);
        for (int f = 0; f < free.Length; f++)
        {
            value -= metric[row, free[f]] * pull[f];
        }

        return value;
    }

    private static BigReal Row(BigReal[,] metric, int row, BigReal[] vector)
    {
        BigReal sum = 0;
        for (int j = 0; j < vector.Length; j++)
        {
            sum += metric[row, j] * vector[j];
        }

        return sum;
    }

    /// <summary>Gauss without pivots: the matrix is positive definite.</summary>
    private static BigReal[] Solve(BigReal[,] metric, int[] free, BigReal[] right)
    {
        int m = free.Length;
        BigReal[,] a = new BigReal[m, m];
        for (int i = 0; i < m * m; i++)
        {
            a[i / m, i % m] = metric[free[i / m], free[i % m]];
        }

        for (int i = 0; i < m; i++)
        {
            for (int row = i + 1; row < m; row++)
            {
                BigReal factor = a[row, i] / a[i, i];
                right[row] -= factor * right[i];
                for (int column = i; column < m; column++)
                {
                    a[row, column] -= factor * a[i, column];
                }
            }
        }

        for (int i = m - 1; i >= 0; i--)
        {
            for (int column = i + 1; column < m; column++)
            {
                right[i] -= a[i, column] * right[column];
            }

            right[i] /= a[i, i];
        }

        return right;
    }
}
