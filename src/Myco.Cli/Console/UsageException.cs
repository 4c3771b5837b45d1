namespace Myco.Cli.Console;

/// <summary>What the user asked for cannot be done; the message is one line, <c>file:line: what, limit, remedy</c>.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
