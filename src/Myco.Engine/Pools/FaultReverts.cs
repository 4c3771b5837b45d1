using Myco.Kernels.Exact.Faults;

namespace Myco.Engine.Pools;

/// <summary>A fault read, and raised, as a contract's revert.</summary>
public static class FaultReverts
{
    /// <summary>Keeps the reason, unless one is kept already.</summary>
    public static void Raise(this ref Fault fault, Revert revert) => fault.Raise((byte)revert);

    /// <summary>The first reason raised; <see cref="Revert.None"/> when there is none.</summary>
    public static Revert ToRevert(this in Fault fault) => (Revert)fault.Code;
}
