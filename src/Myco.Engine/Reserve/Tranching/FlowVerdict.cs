namespace Myco.Engine.Reserve.Tranching;

/// <summary>What a vault's flow limit says to an order.</summary>
internal enum FlowVerdict
{
    /// <summary>It may pass.</summary>
    Passes,

    /// <summary>It may pass, and closes the direction for a time.</summary>
    PassesAndCloses,

    /// <summary>The flow would be above its threshold.</summary>
    AboveThreshold,

    /// <summary>The direction is closed.</summary>
    Closed,
}
