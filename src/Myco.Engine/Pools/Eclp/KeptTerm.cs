using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>A number computed ahead of its use, with the refusal its computing raised: that is raised where the number is used.</summary>
internal readonly struct KeptTerm(in Int256 value, in Fault refusal)
{
    private readonly Int256 _value = value;
    private readonly Fault _refusal = refusal;

    /// <summary>The number; raises what computing it raised.</summary>
    public Int256 Take(ref Fault fault)
    {
        if (_refusal.IsRaised)
        {
            fault.Raise(_refusal.Code);
        }

        return _value;
    }
}
