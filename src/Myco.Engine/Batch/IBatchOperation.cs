namespace Myco.Engine.Batch;

/// <summary>What a batch does with one block.</summary>
/// <typeparam name="TContext">What is common to all blocks; safe to share between threads.</typeparam>
internal interface IBatchOperation<TContext>
{
    /// <summary>Fills the block's results and statuses; <paramref name="start"/> is its first element's place in the batch.</summary>
    static abstract void Run(in TContext context, in BatchSpans spans, int start);
}
