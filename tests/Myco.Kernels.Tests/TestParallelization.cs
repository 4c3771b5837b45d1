// The tests force the width, which is one per process: they take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
