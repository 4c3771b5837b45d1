namespace Myco.Engine.Pools;

/// <summary>The form of a revert's data.</summary>
public enum ChainErrorKind
{
    /// <summary>An error with a name, told by the first four bytes of its signature's hash.</summary>
    Custom,

    /// <summary>Panic(uint256): 17 overflow, 18 division by zero.</summary>
    Panic,

    /// <summary>Error(string).</summary>
    Message,
}
