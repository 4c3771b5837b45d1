using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>How the swap loops end: a pack's good results are stored, the others are left for a second look.</summary>
public static class SwapPack
{
    /// <summary>The status byte of an element that a loop could not price; 0 is the byte of one that it could.</summary>
    public const byte Unpriced = 255;

    /// <summary>Stores a result where 0 &lt; curve ≤ limit and the result is positive; elsewhere the amount, with the status
    /// <see cref="Unpriced"/>. NaN anywhere is not good. The caller has set the statuses to 0.</summary>
    /// <returns>Whether every element is good.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Store<TLane>(
        TLane amount, TLane curve, TLane limit, TLane result, ref double results, ref byte statuses, nuint offset)
        where TLane : struct, ILane<TLane>
    {
        TLane zero = 0;
        if (TLane.AllLessThan(zero, curve) && TLane.AllLessThanOrEqual(curve, limit) && TLane.AllLessThan(zero, result))
        {
            TLane.Store(result, ref results, offset);
            return true;
        }

        TLane good = TLane.LessThan(zero, curve) & TLane.LessThanOrEqual(curve, limit) & TLane.LessThan(zero, result);
        TLane.Store(TLane.Select(good, result, amount), ref results, offset);
        Mark(TLane.Bits(good), TLane.Count, ref Unsafe.Add(ref statuses, offset));
        return false;
    }

    /// <summary>Stores a result where it is positive, the amount elsewhere; the amounts are known to be good.</summary>
    /// <returns>Whether every element is good.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Store<TLane>(ref readonly double amounts, TLane result, ref double results, ref byte statuses, nuint offset)
        where TLane : struct, ILane<TLane>
    {
        TLane zero = 0;
        if (TLane.AllLessThan(zero, result))
        {
            TLane.Store(result, ref results, offset);
            return true;
        }

        TLane good = TLane.LessThan(zero, result);
        TLane.Store(TLane.Select(good, result, TLane.Load(in amounts, offset)), ref results, offset);
        Mark(TLane.Bits(good), TLane.Count, ref Unsafe.Add(ref statuses, offset));
        return false;
    }

    /// <summary>The amount where the mask is not set; such elements get the status <see cref="Unpriced"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Refuse<TLane>(TLane good, TLane result, TLane amount, ref byte statuses)
        where TLane : struct, ILane<TLane>
    {
        Mark(TLane.Bits(good), TLane.Count, ref statuses);
        return TLane.Select(good, result, amount);
    }

    // A call in a loop would keep the loop's packs out of registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mark(uint good, int count, ref byte statuses)
    {
        for (int element = 0; element < count; element++, good >>= 1)
        {
            Unsafe.Add(ref statuses, element) = (byte)((good & 1) - 1);
        }
    }
}
