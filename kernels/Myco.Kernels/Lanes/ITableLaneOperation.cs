namespace Myco.Kernels.Lanes;

/// <summary>A whole loop over a table of rows, written once for every width, with its arguments in one structure.</summary>
/// <typeparam name="TArguments">The spans and constants that the loop works on.</typeparam>
public interface ITableLaneOperation<TArguments>
    where TArguments : struct, allows ref struct
{
    /// <summary>Runs the loop on packs of <typeparamref name="TLane"/>.</summary>
    static abstract void Invoke<TLane>(ref TArguments arguments)
        where TLane : struct, ITableLane<TLane>;
}
