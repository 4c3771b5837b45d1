using System.Globalization;
using System.Text;
using Myco.Cli.Console;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Tests.Verbs;

public sealed class PriceStreamTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes_on_both_streams()
    {
        using Folder folder = new();
        string orders = folder.Write("orders.csv", Orders(60_000));
        CliRun one = Price(folder, orders, "--threads", "1", "--max-errors", "50");
        Assert.Equal(ExitCode.SomeFailed, one.Code);
        Assert.True(one.OutputBytes.Length > 3 << 20);
        foreach (string threads in new[] { "2", "3", "8" })
        {
            CliRun many = Price(folder, orders, "--threads", threads, "--max-errors", "50");
            Assert.True(one.OutputBytes.AsSpan().SequenceEqual(many.OutputBytes));
            Assert.Equal(one.Error, many.Error);
        }
    }

    [Fact]
    public void A_file_standard_input_and_the_results_file_agree()
    {
        using Folder folder = new();
        byte[] bytes = Encoding.UTF8.GetBytes(Orders(300));
        string orders = folder.Write("orders.csv", bytes);
        CliRun direct = Price(folder, orders);
        CliRun piped = CliRun.WithInput(bytes, "price", "--pool", folder.PoolPath, "--orders", "-");
        Assert.Equal(direct.Output, piped.Output);
        Assert.Contains("<stdin>:", piped.Error, StringComparison.Ordinal);
        CliRun filed = Price(folder, orders, "--out", folder["results.csv"]);
        Assert.Empty(filed.OutputBytes);
        Assert.Equal(direct.OutputBytes, File.ReadAllBytes(folder["results.csv"]));
        Assert.Equal(["orders.csv", "pool.json", "results.csv"], folder.Files());
    }

    [Fact]
    public void Failures_beyond_the_limit_are_counted()
    {
        using Folder folder = new();
        string orders = folder.Write("orders.csv", "kind,in,out,amount\n" + string.Concat(Enumerable.Repeat("sell,0,0,1\nbad\n", 10)));
        Price(folder, orders, "--max-errors", "-1").IsRefused("--max-errors is -1");
        CliRun run = Price(folder, orders, "--max-errors", "3");
        Assert.Equal(4, run.ErrorLines.Length);
        Assert.Contains("orders.csv:4: ", run.ErrorLines[2], StringComparison.Ordinal);
        Assert.Contains("17 more", run.ErrorLines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Sequential_orders_see_what_the_good_ones_before_them_left()
    {
        using Folder folder = new();
        const string Text = "kind,in,out,amount,limit\nsell,USDC,DAI,10,\nsell,USDC,DAI,10,1e9\nsell,USDC,DAI,10,\nbuy,USDC,DAI,5,\nmint,DAI,,20,\nburn,,USDC,30,\n";
        CliRun run = Price(folder, folder.Write("orders.csv", Text), "--sequential");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        double[] results = [.. run.OutputLines[1..].Select(line => double.Parse(line.Split(',')[5], CultureInfo.InvariantCulture))];

        EllipsoidState state = PoolFile.Parse(File.ReadAllBytes(folder.PoolPath)).ToState();
        SteppedState stepped = state.ToStepped();
        double supply = state.Invariant;
        Assert.Equal(stepped.ApplySwapExactIn(0, 2, 10, 0.003).Amount, results[0]);
        Assert.Equal(double.NaN, results[1]);
        Assert.Equal(stepped.ApplySwapExactIn(0, 2, 10, 0.003).Amount, results[2]);
        Assert.Equal(stepped.ApplySwapExactOut(0, 2, 5, 0.003).Amount, results[3]);
        Assert.Equal(stepped.ApplyMintSingle(2, 20).Amount * supply, results[4]);
        Assert.Equal(stepped.ApplyBurn(0, 30 / (supply + results[4])).Amount, results[5]);
        Assert.True(results[2] < results[0]);
    }

    [Fact]
    public void Rates_scale_in_and_back()
    {
        using Folder folder = new();
        string scaled = Folder.Pool
            .Replace("[1080, 1110, 455]", "[10.8, 1110, 455]", StringComparison.Ordinal)
            .Replace("\"fee\"", "\"rates\": [100, 1, 1], \"supply\": 1000, \"fee\"", StringComparison.Ordinal);
        string plain = folder.Write("plain.json", Folder.Pool.Replace("\"fee\"", "\"supply\": 1000, \"fee\"", StringComparison.Ordinal));
        string rated = folder.Write("rated.json", scaled);
        double[] one = Column("sell,0,2,10\nbuy,0,2,10\nmint,0,,10\nburn,,0,10\n", plain);
        double[] other = Column("sell,0,2,0.1\nbuy,0,2,10\nmint,0,,0.1\nburn,,0,10\n", rated);
        Assert.Equal(one[0], other[0], 1e-12);
        Assert.Equal(one[1], other[1] * 100, 1e-12);
        Assert.Equal(one[2], other[2], 1e-12);
        Assert.Equal(one[3], other[3] * 100, 1e-12);

        double[] Column(string orders, string pool) =>
        [
            .. CliRun.WithInput(Encoding.UTF8.GetBytes("kind,in,out,amount\n" + orders), "price", "--pool", pool, "--orders", "-")
                .OutputLines[1..].Select(line => double.Parse(line.Split(',')[4], CultureInfo.InvariantCulture)),
        ];
    }

    [Fact]
    public void Orders_cut_off_at_any_byte_and_damaged_orders_never_crash_the_program()
    {
        const int Seed = 20_240_702;
        Random random = new(Seed);
        using Folder folder = new();
        string pool = folder.PoolPath;
        byte[] good = Encoding.UTF8.GetBytes("\uFEFFkind,in,out,amount,limit\nsell,USDC,DAI,10,1\nbuy,\"1\",2,5,\nmint,0,,7,\nburn,,0,3,\n");
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = round < good.Length ? good[..round] : [.. good];
            for (int hit = round < good.Length ? 0 : random.Next(1, 5); hit > 0; hit--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "\",\n\r0-e. "[random.Next(9)]);
            }

            CliRun run = CliRun.WithInput(bytes, "price", "--pool", pool, "--orders", "-", round % 2 == 0 ? "--sequential" : "--threads=2");
            Assert.True(run.Code is ExitCode.Done or ExitCode.SomeFailed or ExitCode.Refused, $"round {round}: {run.Error}");
            Assert.Equal(run.Code == ExitCode.Done, run.Error.Length == 0);
            Assert.All(run.ErrorLines, line => Assert.StartsWith("<stdin>:", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Results_that_cannot_be_written_are_blamed_on_their_place()
    {
        using Folder folder = new();
        using StringWriter error = new() { NewLine = "\n" };
        string orders = folder.Write("orders.csv", Orders(10));
        int code = CommandLine.Run(["price", "--pool", folder.PoolPath, "--orders", orders], new Terminal(Stream.Null, new FullStream(), error));
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("<stdout>: cannot be written", error.ToString(), StringComparison.Ordinal);
    }

    private static CliRun Price(Folder folder, string orders, params string[] more) =>
        CliRun.Of(["price", "--pool", folder.PoolPath, "--orders", orders, .. more]);

    private static string Orders(int count)
    {
        Random random = new(20_240_703);
        StringBuilder text = new("kind,in,out,amount,limit\n");
        for (int i = 0; i < count; i++)
        {
            string line = random.Next(20) switch
            {
                0 => "mint,DAI,," + Amount() + ",",
                1 => "burn,,USDC," + Amount() + ",",
                2 => "sell,USDC,DAI," + Amount() + ",50",
                3 => i % 7 == 0 ? "malformed" : "buy,USDC,DAI,5000,",
                int other => $"{(other % 2 == 0 ? "exact_in" : "exact_out")},{other % 3},{(other + 1) % 3},{Amount()},",
            };
            text.Append(line).Append('\n');
        }

        return text.ToString();

        string Amount() => (random.NextDouble() * 100).ToString(CultureInfo.InvariantCulture);
    }
}
