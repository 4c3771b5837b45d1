using System.Text.Json;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>States and parameters as JSON (<c>myco-system/1</c>), without loss.</summary>
/// <remarks>Infinite limits are the word "Infinity". Unknown and repeated keys are refused, files above 16 MiB too.</remarks>
public static class SystemFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "myco-system/1";

    private static readonly JsonWriterOptions ManyLines = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes a state.</summary>
    public static void Write(SystemState state, Stream stream)
    {
        using (Utf8JsonWriter writer = new(stream, ManyLines))
        {
            JsonSerializer.Serialize(writer, ToDocument(state), SystemJson.Default.SystemDocument);
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a state.</summary>
    /// <exception cref="DocumentException">The text is no such state; the message has the line, what is wrong and the remedy.</exception>
    public static SystemState Read(Stream stream) => FromDocument(Guard(() => JsonSerializer.Deserialize<SystemDocument>(Bytes(stream), SystemReading.Options)));

    /// <summary>Writes parameters.</summary>
    public static void WriteParameters(SystemParameters parameters, Stream stream)
    {
        using Utf8JsonWriter writer = new(stream, ManyLines);
        JsonSerializer.Serialize(writer, parameters, SystemJson.Default.SystemParameters);
    }

    /// <summary>Reads parameters.</summary>
    /// <exception cref="DocumentException">The text is no valid parameters; the message has the line, what is wrong and the remedy.</exception>
    public static SystemParameters ReadParameters(Stream stream)
    {
        SystemParameters parameters = Guard(() => JsonSerializer.Deserialize<SystemParameters>(Bytes(stream), SystemReading.Options));
        return parameters.Problem() is string problem ? throw Refuse(1, problem) : parameters;
    }

    /// <summary>A state from its document.</summary>
    internal static SystemState FromDocument(SystemDocument document)
    {
        if (document.Format != Format)
        {
            throw Refuse(1, $"the format is '{document.Format}'; it must be '{Format}'");
        }

        SystemState state;
        try
        {
            state = MycoSystem.Create(document.Parameters);
        }
        catch (ArgumentException exception)
        {
            throw Refuse(1, exception.Message.Split(" (Parameter")[0], exception);
        }

        if (SystemDocumentCheck.Problem(document, state.VaultCount) is string problem)
        {
            throw Refuse(1, problem);
        }

        Fill(state.Core, document);
        Fill(state.Ledger, document);
        Place(state.Core);
        return SystemInvariants.Broken(state) is string broken ? throw Refuse(1, $"the state breaks {broken}") : state;
    }

    /// <summary>The document of a state.</summary>
    internal static SystemDocument ToDocument(SystemState state)
    {
        SystemCore core = state.Core;
        return new()
        {
            Format = Format,
            Parameters = state.Parameters,
            Time = core.Time,
            PriceTime = core.PriceTime,
            Sequence = core.Sequence,
            Supply = core.Supply,
            Locked = core.Locked,
            RedemptionLevel = core.Level,
            RedemptionLevelTime = core.LevelTime,
            RedemptionFlow = core.Flow,
            RedemptionFlowTime = core.FlowTime,
            Amounts = core.Amounts,
            Prices = core.Prices,
            ScheduledWeights = core.ScheduledWeights,
            Inflows = core.Inflows,
            Outflows = core.Outflows,
            Transition = core.Transition,
            Motion = core.Motion,
            Labor = core.Labor,
            Subscription = core.Subscription,
            Staking = core.Staking,
            Contributors = Sorted(state.Contributors(CommitmentChannel.Labor)),
            Subscribers = Sorted(state.Contributors(CommitmentChannel.Subscription)),
            Stakers = Sorted(state.Contributors(CommitmentChannel.Staking)),
            Stakes = [.. state.Stakes],
            NextStake = state.Ledger.NextStake,
        };
    }

    /// <summary>Runs a reading, its errors as ours.</summary>
    internal static T Guard<T>(Func<T?> read, int line = 0)
        where T : class
    {
        try
        {
            return read() ?? throw Refuse(Math.Max(line, 1), "the text is 'null'; write an object");
        }
        catch (ArgumentException exception)
        {
            throw Refuse(Math.Max(line, 1), exception.Message.Split(" (Parameter")[0], exception);
        }
        catch (NotSupportedException exception)
        {
            throw Refuse(Math.Max(line, 1), "an object has no 'kind', or one that is not known; write its kind", exception);
        }
        catch (JsonException exception)
        {
            // Which of our types it was to become tells the writer of a file nothing.
            string what = Short(exception.Message.Split(" Path: ")[0].Split(" LineNumber")[0].TrimEnd('.'), 300);
            what = what.Contains(" could not be converted to ", StringComparison.Ordinal) ? "the value is not of the kind that is read there" : what;
            string place = string.IsNullOrEmpty(exception.Path) ? string.Empty : $" at {Short(exception.Path, 100)}";
            throw Refuse(line > 0 ? line : (int)(exception.LineNumber ?? 0) + 1, $"{what}{place}; mend the text there", exception);
        }
    }

    /// <summary>A refusal in one line, whatever the document's own words in it.</summary>
    internal static DocumentException Refuse(int line, string what, Exception? inner = null) => new(line, Short(what, 500), inner);

    private static string Short(string text, int most)
    {
        string line = string.Concat(text.Take(most).Select(character => char.IsControl(character) ? ' ' : character));
        return text.Length <= most ? line : $"{line}…";
    }

    private static Dictionary<string, ContributorAccount> Sorted(IReadOnlyDictionary<string, ContributorAccount> accounts) =>
        new(accounts.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    private static void Fill(SystemCore core, SystemDocument document)
    {
        (core.Time, core.PriceTime, core.Sequence) = (document.Time, document.PriceTime, document.Sequence);
        (core.Transition, core.Motion) = (document.Transition, document.Motion);
        (core.Supply, core.Locked) = (document.Supply, document.Locked);
        (core.Level, core.LevelTime) = (document.RedemptionLevel, document.RedemptionLevelTime);
        (core.Flow, core.FlowTime) = (document.RedemptionFlow, document.RedemptionFlowTime);
        (core.Labor, core.Subscription, core.Staking) = (document.Labor, document.Subscription, document.Staking);
        document.Amounts.CopyTo(core.Amounts, 0);
        document.Prices.CopyTo(core.Prices, 0);
        document.ScheduledWeights.CopyTo(core.ScheduledWeights, 0);
        document.Inflows.CopyTo(core.Inflows, 0);
        document.Outflows.CopyTo(core.Outflows, 0);
    }

    private static void Fill(CommitmentLedger ledger, SystemDocument document)
    {
        Dictionary<string, ContributorAccount>[] accounts = [document.Contributors, document.Subscribers, document.Stakers];
        foreach (CommitmentChannel channel in Enum.GetValues<CommitmentChannel>())
        {
            foreach ((string name, ContributorAccount account) in accounts[(int)channel])
            {
                ledger.Set(channel, name, account);
            }
        }

        foreach (Stake stake in document.Stakes)
        {
            ledger.Set(stake);
        }

        ledger.NextStake = document.NextStake;
    }

    /// <summary>The surface in force, and the balances on it.</summary>
    private static void Place(SystemCore core)
    {
        try
        {
            core.Surface = core.Transition is null ? core.Rules.Surface : EllipsoidSurface.From(ChangeParametersOperation.PresentSurface(core));
        }
        catch (ArgumentException exception)
        {
            throw Refuse(1, exception.Message.Split(" (Parameter")[0], exception);
        }

        if (TrancheMove.MovePoint(core, core.Surface) is { IsRefused: true } refusal)
        {
            throw Refuse(1, refusal.Describe());
        }
    }

    private static ReadOnlySpan<byte> Bytes(Stream stream) => DocumentBytes.Text(DocumentBytes.Read(stream));
}
