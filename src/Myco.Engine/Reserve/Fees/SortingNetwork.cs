using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>Sorts by exchanges whose places do not depend on the numbers, so that every element of a pack is sorted for itself.</summary>
/// <remarks>Batcher's merge exchange, which takes any length: 5 exchanges for 4 numbers, 19 for 8, 63 for 16. Source: Knuth, The Art of Computer
/// Programming 3, section 5.2.2, algorithm M.</remarks>
internal static class SortingNetwork
{
    /// <summary>Puts the least first; −0 before +0. Where one number is NaN, so is all that it is compared with.</summary>
    public static void Sort<TReal>(Span<TReal> values)
        where TReal : struct, IReal<TReal>
    {
        int largest = 1;
        while (largest < values.Length)
        {
            largest *= 2;
        }

        for (int part = largest / 2; part > 0; part /= 2)
        {
            (int offset, int distance) = (0, part);
            for (int step = largest / 2; ; step /= 2)
            {
                Exchange(values, part, offset, distance);
                if (step == part)
                {
                    break;
                }

                (offset, distance) = (part, step - part);
            }
        }
    }

    /// <summary>Orders each i with bit <paramref name="part"/> as <paramref name="offset"/> says, and i + distance.</summary>
    private static void Exchange<TReal>(Span<TReal> values, int part, int offset, int distance)
        where TReal : struct, IReal<TReal>
    {
        for (int i = 0; i < values.Length - distance; i++)
        {
            if ((i & part) == offset)
            {
                (TReal one, TReal other) = (values[i], values[i + distance]);
                (values[i], values[i + distance]) = (TReal.Min(one, other), TReal.Max(one, other));
            }
        }
    }
}
