using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Orders;
using Myco.Cli.Reports;
using Myco.Engine.Formats;
using Spectre.Console;

namespace Myco.Cli.Verbs;

/// <summary><c>myco price</c>: streams orders to results.</summary>
internal static class PriceVerb
{
    private const int MostThreads = 64;
    private const long LongFile = 4 << 20;

    private static readonly string[] Notes =
    [
        "Orders: CSV with the header kind,in,out,amount or kind,in,out,amount,limit.",
        "kind is exact_in (or sell), exact_out (or buy), mint (in only) or burn (out only); assets by name or index.",
        "limit: least result, for exact_out the most to pay. A mint results in supply minted, a burn's amount is supply burned;",
        "without 'supply' in the pool the supply is the invariant at the start.",
        "Results: the order's columns, then result,status,averagePrice,spotPrice,impact, in the order of the input.",
        "Prices are amount in per amount out; the spot price leaves the fee out, so that the impact shows it.",
        "A malformed line has no result line; it is named on stderr, as are refused orders, up to --max-errors of them.",
        "The output is the same, byte for byte, for any number of threads.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> pool = new("--pool") { Description = "The pool (JSON).", Required = true, HelpName = "POOL.json" };
        Option<string> orders = new("--orders") { Description = "The orders (CSV), or - for standard input.", Required = true, HelpName = "ORDERS.csv|-" };
        Option<string?> output = new("--out") { Description = "The results' file, written beside and renamed; else standard output.", HelpName = "FILE" };
        Option<int> threads = new("--threads") { Description = $"How many threads price, 1 to {MostThreads}.", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostThreads), HelpName = "N" };
        Option<bool> sequential = new("--sequential") { Description = "Apply each good order before the next is priced (on one thread)." };
        Option<long?> most = new("--max-errors") { Description = "How many failed lines to name on stderr; all of them when left out.", HelpName = "N" };
        Verb verb = new("price", "Prices a file of orders on a pool.", "myco price --pool pool.json --orders orders.csv --out results.csv", Notes)
        {
            pool, orders, output, threads, sequential, most,
        };
        verb.SetAction(parsed => Run(
            terminal,
            parsed.GetRequiredValue(pool),
            parsed.GetRequiredValue(orders),
            parsed.GetValue(output),
            parsed.GetValue(threads),
            parsed.GetValue(sequential),
            ErrorLimit.Require(parsed.GetValue(most))));
        return verb;
    }

    private static int Run(Terminal terminal, string poolPath, string ordersPath, string? outputPath, int threads, bool sequential, long most)
    {
        if (threads is < 1 or > MostThreads)
        {
            throw new UsageException($"myco: --threads is {threads}; it must be 1 to {MostThreads}; leave it out to use every processor");
        }

        PoolFile pool = InputFile.ReadPool(poolPath);
        PriceRun run = new(pool, InputFile.Guard(poolPath, pool.ToState), threads, sequential);
        bool standard = ordersPath == InputFile.StandardInput;
        string name = standard ? "<stdin>" : ordersPath;
        using Stream input = standard ? terminal.Input : InputFile.Open(ordersPath);
        using OutputFile? file = outputPath is null ? null : new OutputFile(outputPath);
        PriceTally tally = new(terminal, name, most);
        Stream output = file is null ? terminal.Output : file.Stream;
        long length = !standard && input.CanSeek ? input.Length : 0;
        bool watched = terminal.ErrorIsTerminal && length >= LongFile && (file is not null || !terminal.OutputIsTerminal);
        InputFile.Guard(name, () =>
        {
            Watch(terminal, watched, length, progress => run.Run(input, new NamedOutput(output, outputPath ?? "<stdout>"), tally, progress));
            return true;
        });
        file?.Keep();
        return tally.Close();
    }

    /// <summary>Runs the work under a progress bar where somebody looks.</summary>
    private static void Watch(Terminal terminal, bool watched, long length, Action<Action<long>?> work)
    {
        if (!watched)
        {
            work(null);
            return;
        }

        IAnsiConsole console = Consoles.Create(terminal.Error, terminal: true, width: 80);
        console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("pricing", maxValue: length);
            work(bytes => task.Value = bytes);
        });
    }
}
