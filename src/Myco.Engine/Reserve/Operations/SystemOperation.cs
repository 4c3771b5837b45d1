namespace Myco.Engine.Reserve.Operations;

/// <summary>Something asked of the system. Immutable; one object may be asked many times.</summary>
public abstract record SystemOperation
{
    /// <summary>The last time at which the order may be done; none by default.</summary>
    public double Deadline { get; init; } = double.PositiveInfinity;
}
