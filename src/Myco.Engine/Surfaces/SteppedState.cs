namespace Myco.Engine.Surfaces;

/// <summary>stub.</summary>
public sealed class SteppedState
{
    internal SteppedState(EllipsoidState state) => Prepared = state;

    /// <summary>.</summary>
    public EllipsoidState Prepared { get; }
}
