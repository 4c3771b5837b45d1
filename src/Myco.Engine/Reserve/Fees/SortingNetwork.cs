using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>Sorts by exchanges whose places do not depend on the numbers, so that every element of a pack is sorted for itself.</summary>
/// <remarks>By insertion: N(N − 1)/2 exchanges, 6 for 4 numbers, 28 for 8, each with one number in a register. Batcher's network has 5 and 19, and
/// for so few its bookkeeping costs more. Source: Knuth, The Art of Computer Programming 3, section 5.3.4.</remarks>
internal static class SortingNetwork
{
    /// <summary>Puts the least first. NaN is neither less nor greater, and stays where it meets a number.</summary>
    public static void Sort<TReal>(Span<TReal> values)
        where TReal : struct, IReal<TReal>
    {
        for (int count = 1; count < values.Length; count++)
        {
            TReal carried = values[count];
            for (int i = 0; i < count; i++)
            {
                TReal placed = values[i], isBefore = TReal.LessThan(carried, placed);
                values[i] = TReal.Select(isBefore, carried, placed);
                carried = TReal.Select(isBefore, placed, carried);
            }

            values[count] = carried;
        }
    }
}
