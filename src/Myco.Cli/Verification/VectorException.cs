namespace Myco.Cli.Verification;

/// <summary>A file of vectors that is JSON but not of the layout of its format.</summary>
internal sealed class VectorException(string message, Exception? inner = null) : Exception(message, inner);
