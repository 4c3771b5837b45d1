using System.Text;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Formats;

/// <summary>A state and the orders done since, a line each (<c>myco-events/1</c>): what happened, to be replayed.</summary>
/// <remarks>The first line is the state, each other an order; refused orders leave no line. Replaying gives the same bytes by the same build on the same
/// kind of machine, and equal values elsewhere.</remarks>
public sealed class EventLog : IDisposable
{
    private const int MostLines = 100_000_000;
    private readonly Stream _stream;

    /// <summary>Begins a log with the present state.</summary>
    /// <param name="stream">Where to; the log owns it.</param>
    /// <param name="state">The state.</param>
    public EventLog(Stream stream, SystemState state)
    {
        _stream = stream;
        SystemFile.Write(state, stream, DocumentLayout.OneLine);
    }

    /// <summary>Adds an order that was done.</summary>
    public void Append(SystemOperation order)
    {
        DocumentWriter.Write(order, _stream, DocumentLayout.OneLine, OperationFields.Accept);
        _stream.WriteByte((byte)'\n');
    }

    /// <summary>The state after all orders of a log.</summary>
    /// <param name="reader">The log's text.</param>
    /// <param name="system">The system that does the orders again.</param>
    /// <exception cref="DocumentException">A line is no order, or its order is refused now; the message has the line.</exception>
    public static SystemState Replay(TextReader reader, MycoSystem system)
    {
        SystemState state = SystemFile.Read(Parse(ReadLine(reader, 1) ?? throw new DocumentException(1, 1, "the log is empty; its first line is a state"), 1));
        SystemReceipt receipt = new(state.VaultCount);
        for (int line = 2; line <= MostLines && ReadLine(reader, line) is string text; line++)
        {
            SystemOperation order = DocumentReader.Read<SystemOperation>(Parse(text, line), OperationFields.Accept);
            SystemRefusal refusal = system.Apply(state, order, receipt);
            if (refusal.IsRefused)
            {
                throw new DocumentException(line, 1, $"the order is refused now: {refusal.Describe()}; the log is of another build, or was changed");
            }
        }

        return state;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static DocumentTree Parse(string text, int line) => DocumentTree.Parse(Encoding.UTF8.GetBytes(text), line);

    /// <summary>The next line, or null at the end; a line beyond the limit is refused before it is read whole.</summary>
    private static string? ReadLine(TextReader reader, int line)
    {
        StringBuilder text = new();
        int next;
        while ((next = reader.Read()) is not -1 and not '\n')
        {
            if (text.Length >= DocumentLimits.FileBytes)
            {
                throw new DocumentException(line, DocumentLimits.FileBytes, $"the line has more than {DocumentLimits.FileBytes} characters, the limit; the log is damaged");
            }

            text.Append((char)next);
        }

        return next == -1 && text.Length == 0 ? null : text.ToString().TrimEnd('\r');
    }
}
