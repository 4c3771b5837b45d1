using Myco.Cli.Console;

namespace Myco.Cli.Orders;

/// <summary>Counts what became of the orders, and names the failed ones up to a limit.</summary>
/// <param name="terminal">Where to complain.</param>
/// <param name="file">The orders' file, for the messages.</param>
/// <param name="most">How many failures to name.</param>
internal sealed class PriceTally(Terminal terminal, string file, long most)
{
    /// <summary>The lines that failed, malformed or refused.</summary>
    public long Failed { get; private set; }

    /// <summary>The lines that held an order, malformed ones included.</summary>
    public long Lines { get; private set; }

    /// <summary>Counts a block.</summary>
    public void Add(OrderBlock block)
    {
        int malformed = block.Faults.Count - CountRefused(block);
        Lines += block.OrderCount + malformed;
        foreach (LineFault fault in block.Faults)
        {
            if (Failed++ < most)
            {
                terminal.Complain($"{file}:{block.FirstLine + fault.Line}: {fault.What}");
            }
        }
    }

    /// <summary>Says how many failures were not named, and returns the exit code.</summary>
    public int Close()
    {
        if (Failed > most)
        {
            terminal.Complain($"{file}: … and {Failed - most} more failed; see the status column, or raise --max-errors");
        }

        return Failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static int CountRefused(OrderBlock block)
    {
        int count = 0;
        foreach (ref readonly Order order in block.Orders)
        {
            count += order.Status == Engine.QuoteStatus.Ok ? 0 : 1;
        }

        return count;
    }
}
