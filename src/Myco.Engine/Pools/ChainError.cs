namespace Myco.Engine.Pools;

/// <summary>What a contract hands back when it reverts.</summary>
/// <param name="Kind">The form of the data.</param>
/// <param name="Text">The signature of a custom error, the decimal code of a panic, the message of a string.</param>
public readonly record struct ChainError(ChainErrorKind Kind, string Text);
