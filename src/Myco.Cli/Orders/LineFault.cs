namespace Myco.Cli.Orders;

/// <summary>A line of the orders that failed.</summary>
/// <param name="Line">The line, counted from the block's first.</param>
/// <param name="What">What is wrong, the limit, the remedy.</param>
internal readonly record struct LineFault(int Line, string What);
