namespace Myco.Engine.Tests;

/// <summary>The tests that force the width, which is one per process: they take turns, and no other test runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneWidthAtATime
{
    public const string Name = "one width at a time";
}
