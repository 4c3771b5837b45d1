using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>Adds a few numbers in their order, so that the same numbers have the same sum everywhere.</summary>
internal static class OrderedSum
{
    /// <summary>Σ values; 0 of none.</summary>
    public static double Of(ReadOnlySpan<double> values) => Of(MemoryMarshal.Cast<double, Lane1>(values)).Value;

    /// <summary>The same in any precision, or of packs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Of<TReal>(ReadOnlySpan<TReal> values)
        where TReal : struct, IReal<TReal>
    {
        TReal total = 0;
        foreach (TReal value in values)
        {
            total += value;
        }

        return total;
    }
}
