using System.Runtime.CompilerServices;

namespace Myco.Kernels.Lanes;

/// <summary>The one place where a width is chosen.</summary>
public static class LaneDispatch
{
    /// <summary>Runs <typeparamref name="TOperation"/> at <see cref="LaneWidth.Current"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Invoke<TOperation, TArguments>(ref TArguments arguments)
        where TOperation : struct, ILaneOperation<TArguments>
        where TArguments : struct, allows ref struct
    {
        switch (LaneWidth.Current)
        {
            case 8:
                TOperation.Invoke<Lane8>(ref arguments);
                break;
            case 4:
                TOperation.Invoke<Lane4>(ref arguments);
                break;
            case 2:
                TOperation.Invoke<Lane2>(ref arguments);
                break;
            default:
                TOperation.Invoke<Lane1>(ref arguments);
                break;
        }
    }

    /// <summary>The same for a loop over a table of rows; a text of its own, since the language knows no constraint that varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InvokeOnTable<TOperation, TArguments>(ref TArguments arguments)
        where TOperation : struct, ITableLaneOperation<TArguments>
        where TArguments : struct, allows ref struct
    {
        switch (LaneWidth.Current)
        {
            case 8:
                TOperation.Invoke<Lane8>(ref arguments);
                break;
            case 4:
                TOperation.Invoke<Lane4>(ref arguments);
                break;
            case 2:
                TOperation.Invoke<Lane2>(ref arguments);
                break;
            default:
                TOperation.Invoke<Lane1>(ref arguments);
                break;
        }
    }
}
