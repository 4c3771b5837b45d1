namespace Myco.Verification.Vectors;

/// <summary>Vectors that are JSON but not of the layout of their format: a case fails by it; a file that cannot be replayed at all is refused.</summary>
internal sealed class VectorException(string message, Exception? inner = null) : Exception(message, inner);
