using System.Runtime.InteropServices;
using Myco.Engine.Surfaces;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>One block of a <see cref="StateBatch"/>'s step or quote.</summary>
internal readonly struct StateBatchOperation : IBatchOperation<StateBatchStep>
{
    public static void Run(in StateBatchStep context, in BatchSpans spans, int start)
    {
        int n = context.Batch.Dimension;
        if ((uint)context.AssetIn >= (uint)n || (uint)context.AssetOut >= (uint)n || context.AssetIn == context.AssetOut)
        {
            spans.Statuses.Fill(AmountCheck.Swap(n, context.AssetIn, context.AssetOut, amount: 1, fee: 0));
            spans.Results.Fill(double.NaN);
            return;
        }

        int whole = spans.Count / StateStepLoop.GroupLength * StateStepLoop.GroupLength;
        if (whole == spans.Count)
        {
            RunGroups(in context, in spans, start);
        }
        else
        {
            RunGroups(in context, spans.Slice(0, whole), start);
            RunLast(in context, spans.Slice(whole, spans.Count - whole), start + whole);
        }
    }

    // The last group's missing states have no amount, so that nothing happens to them.
    private static void RunLast(in StateBatchStep context, in BatchSpans spans, int start)
    {
        Span<double> amounts = stackalloc double[StateStepLoop.GroupLength];
        Span<QuoteStatus> statuses = stackalloc QuoteStatus[StateStepLoop.GroupLength];
        amounts.Clear();
        spans.Amounts.CopyTo(amounts);
        BatchSpans group = new() { Amounts = amounts, AmountsPerElement = 1, Results = amounts, Statuses = statuses };
        RunGroups(in context, in group, start);
        amounts[..spans.Count].CopyTo(spans.Results);
        statuses[..spans.Count].CopyTo(spans.Statuses);
    }

    private static void RunGroups(in StateBatchStep context, in BatchSpans spans, int start)
    {
        StateBatch batch = context.Batch;
        Span<byte> statuses = MemoryMarshal.AsBytes(spans.Statuses);

        SurfaceColumns surface = batch.Surface.Columns;
        bool all = StateStepLoop.Run(
            surface.High(context.AssetIn)[..batch.Dimension], surface.High(context.AssetOut)[..batch.Dimension],
            surface.Minor(context.AssetOut, context.AssetIn), context.AssetIn, context.AssetOut, context.Kind == SwapKind.ExactOut,
            context.Apply, batch.Numbers(start, spans.Count), spans.Amounts, spans.Results, statuses);
        if (all)
        {
            return;
        }

        // The loop has left a refused element its amount as result.
        for (int i = SecondLook.Next(statuses, 0); i >= 0; i = SecondLook.Next(statuses, i + 1))
        {
            QuoteStatus status = AmountCheck.Positive(spans.Results[i]);
            spans.Statuses[i] = status == QuoteStatus.Ok ? QuoteStatus.Infeasible : status;
            spans.Results[i] = double.NaN;
        }
    }
}
