namespace Myco.Kernels.Roots;

/// <summary>How a search for a root ended.</summary>
public enum RootStatus : byte
{
    /// <summary>The function is zero there, or changes its sign to the next binary64 number.</summary>
    Converged,

    /// <summary>The function has one sign at both ends, or the ends are in the wrong order.</summary>
    NoBracket,

    /// <summary>An end is not finite, or the function is not a number somewhere in between.</summary>
    NotFinite,

    /// <summary>The cap on the evaluations was reached; the value is the best so far.</summary>
    IterationLimit,
}
