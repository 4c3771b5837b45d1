using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Reserve;

namespace Myco.Engine.Tests.Formats;

public class EventLogTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"value\": 5}")]
    [InlineData("{\"kind\": \"robbery\", \"value\": 5}")]
    [InlineData("{\"kind\": \"deposit\", \"value\": 5, \"value\": 6}")]
    [InlineData("{\"kind\": \"deposit\", \"surprise\": 5}")]
    [InlineData("{\"kind\": \"deposit\", \"value\": 1e999}")]
    [InlineData("{\"kind\": \"deposit\", \"value\": \"NaN\"}")]
    [InlineData("{\"kind\": \"swap\", \"given\": 7, \"vaultIn\": 0, \"vaultOut\": 1, \"amount\": 1}")]
    [InlineData("{\"kind\": \"swap\", \"vaultIn\": -1, \"vaultOut\": 1, \"amount\": 1}")]
    [InlineData("{\"kind\": \"prices\", \"prices\": null}")]
    [InlineData("{\"kind\": \"subscribe\", \"contributor\": null, \"tier\": \"Patron\"}")]
    [InlineData("{\"kind\": \"contribute\", \"attestation\": null}")]
    [InlineData("{\"kind\": \"contribute\", \"attestation\": {\"contributor\": \"ada\", \"type\": null, \"units\": 1, \"time\": 0, \"serial\": 1, \"attester\": \"council\"}}")]
    [InlineData("{\"kind\": \"parameters\", \"parameters\": {\"vaults\": [null, null, null, null], \"targetWeights\": [1], \"surface\": {\"stretch\": [1], \"angles\": [], \"priceLower\": [1], \"priceUpper\": [1]}}}")]
    [InlineData("{\"kind\": \"advance\", \"seconds\": 0}")]
    [InlineData("{\"kind\": \"deposit\"")]
    public void A_line_that_is_no_order_or_is_refused_is_told_with_its_number(string line)
    {
        DocumentException exception = Assert.Throws<DocumentException>(() => Replay($"{Log()}{{\"kind\": \"advance\", \"seconds\": 5}}\n{line}\n"));
        Assert.Equal(3, exception.Line);
        Assert.True(exception.Column >= 1);
        Samples.CheckLine(exception);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("{\"kind\": \"advance\", \"seconds\": 5}\n")]
    public void A_log_begins_with_a_state(string text)
    {
        DocumentException exception = Assert.Throws<DocumentException>(() => Replay(text));
        Assert.Equal(1, exception.Line);
        Samples.CheckLine(exception);
    }

    [Fact]
    public void A_log_without_orders_is_its_state() => Assert.Equal(Systems.Bytes(Systems.Started()), Systems.Bytes(Replay(Log())));

    [Fact]
    public void A_line_without_end_is_refused_at_the_limit_and_not_read_whole()
    {
        using EndlessReader reader = new();
        DocumentException exception = Assert.Throws<DocumentException>(() => EventLog.Replay(reader, Systems.Checking));
        Assert.Contains($"more than {DocumentLimits.FileBytes} characters", exception.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentLimits.FileBytes + 1, reader.Count);
    }

    private static SystemState Replay(string text)
    {
        using StringReader reader = new(text);
        return EventLog.Replay(reader, Systems.Checking);
    }

    private static string Log()
    {
        MemoryStream stream = new();
        using (EventLog log = new(stream, Systems.Started()))
        {
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A line that goes on for twice the limit.</summary>
    private sealed class EndlessReader : TextReader
    {
        public int Count { get; private set; }

        public override int Read() => Count++ < 2 * DocumentLimits.FileBytes ? 'x' : -1;
    }
}
