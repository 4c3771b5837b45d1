namespace Myco.Engine.Batch;

/// <summary>What a step or a quote does on every state of a batch.</summary>
internal readonly record struct StateBatchStep(StateBatch Batch, SwapKind Kind, int AssetIn, int AssetOut, bool Apply);
