namespace Myco.Verification.Vectors;

/// <summary>What the cases of one kind came to.</summary>
/// <param name="name">The kind.</param>
public sealed class VectorKind(string name)
{
    /// <summary>The kind.</summary>
    public string Name { get; } = name;

    /// <summary>The cases that passed.</summary>
    public long Passed { get; internal set; }

    /// <summary>The cases that failed.</summary>
    public long Failed { get; internal set; }

    /// <summary>The cases that expect a revert.</summary>
    public long Reverts { get; internal set; }

    /// <summary>All cases.</summary>
    public long Cases => Passed + Failed;

    /// <summary>The largest error in ulp; infinite where a number was expected and none came, or the other way round.</summary>
    public double Worst { get; internal set; }

    /// <summary>The case with the largest error.</summary>
    public string Where { get; internal set; } = string.Empty;
}
