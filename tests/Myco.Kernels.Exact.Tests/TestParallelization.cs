// The tests force the lanes, which is one choice per process: they take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
