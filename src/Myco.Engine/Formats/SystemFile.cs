using Myco.Engine.Fields;
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

    private static readonly TextRule FormatRule = TextRule.OneOf(Format);

    /// <summary>Writes a state.</summary>
    public static void Write(SystemState state, Stream stream) => Write(state, stream, DocumentLayout.ValueALine);

    /// <summary>Reads a state.</summary>
    /// <exception cref="DocumentException">The text is no such state; the message has what is wrong and the remedy.</exception>
    public static SystemState Read(Stream stream) => Read(DocumentTree.Read(stream));

    /// <summary>Writes parameters.</summary>
    public static void WriteParameters(SystemParameters parameters, Stream stream) => DocumentWriter.Write(parameters, stream, DocumentLayout.ValueALine);

    /// <summary>Reads parameters.</summary>
    /// <exception cref="DocumentException">The text is no valid parameters; the message has what is wrong and the remedy.</exception>
    public static SystemParameters ReadParameters(Stream stream)
    {
        DocumentTree tree = DocumentTree.Read(stream);
        SystemParameters parameters = DocumentReader.Read<SystemParameters>(tree);
        _ = SurfaceFields.Build(parameters.Surface, new(tree), "surface");
        return parameters;
    }

    /// <summary>Writes a state, and ends its last line.</summary>
    internal static void Write(SystemState state, Stream stream, DocumentLayout layout)
    {
        using (DocumentWriter writer = new(stream, layout))
        {
            writer.Text("format", Format, FormatRule);
            ((IFields)writer).Part("parameters", state.Parameters);
            state.Core.Accept(writer);
            state.Ledger.Accept(writer, state.Parameters);
            writer.Finish();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>The state of a document.</summary>
    internal static SystemState Read(DocumentTree tree)
    {
        DocumentReader reader = new(tree);
        IFields fields = reader;
        fields.Text("format", string.Empty, FormatRule);
        SystemParameters parameters = fields.Part<SystemParameters>("parameters", null!);
        if (!SystemRules.TryCreate(parameters, new PreparedSurfaces(), out SystemRules? rules, out Flaw? flaw))
        {
            reader.Refuse(flaw.What, ["parameters", .. flaw.Place]);
        }

        SystemState state = new(rules);
        state.Core.Accept(reader);
        state.Ledger.Accept(reader, parameters);
        reader.Finish();
        Place(state.Core, reader);
        if (SystemInvariants.Check(state) is Flaw broken)
        {
            reader.Refuse(broken.What, [.. broken.Place]);
        }

        return state;
    }

    /// <summary>The surface in force, and the balances on it.</summary>
    private static void Place(SystemCore core, DocumentReader reader)
    {
        if (core.Numbers.Transition is not null)
        {
            core.Surface = SurfaceFields.Build(core.SurfaceDefinition, reader, "transition", "fromSurface");
        }

        if (TrancheMove.MovePoint(core, core.Surface) is { IsRefused: true } refusal)
        {
            reader.Refuse($"are refused: {refusal.Describe()}", "amounts");
        }
    }
}
