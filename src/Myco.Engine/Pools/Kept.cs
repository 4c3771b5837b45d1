using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Faults;

namespace Myco.Engine.Pools;

/// <summary>A value computed ahead of its use, with the refusal that computing it raised: that is raised where the contract would meet it.</summary>
/// <typeparam name="T">What is kept; a structure, read in place.</typeparam>
internal readonly struct Kept<T>(in T value, in Fault refusal)
    where T : struct
{
    private readonly T _value = value;
    private readonly Fault _refusal = refusal;

    /// <summary>True where computing the value was refused.</summary>
    public bool IsRefused => _refusal.IsRaised;

    /// <summary>The value; raises what computing it raised.</summary>
    [UnscopedRef]
    public ref readonly T Take(ref Fault fault)
    {
        fault.Raise(_refusal);

        return ref _value;
    }
}
