namespace Myco.Engine;

/// <summary>Which amount of a swap is given.</summary>
public enum SwapKind : byte
{
    /// <summary>The amount paid in is given, the amount paid out is asked.</summary>
    ExactIn,

    /// <summary>The amount paid out is given, the amount paid in is asked.</summary>
    ExactOut,
}
