using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Faults;

/// <summary>The first refusal of a computation: formulas are written straight down, and the fault is read once at the end.</summary>
/// <remarks>An operation that refuses raises the fault and returns zero; what is computed after it is without meaning, and never throws or hangs.
/// Later refusals leave the first one standing, as a revert on chain ends at the first.</remarks>
public struct Fault
{
    /// <summary>The first code raised; 0 when none was.</summary>
    public byte Code { get; private set; }

    /// <summary>True when an operation refused.</summary>
    public readonly bool IsRaised => Code != 0;

    /// <summary>The code as a refusal of this library's arithmetic.</summary>
    public readonly ArithmeticFault Arithmetic => (ArithmeticFault)Code;

    /// <summary>Keeps the code, unless one is kept already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Raise(byte code)
    {
        if (Code == 0)
        {
            Code = code;
        }
    }

    /// <summary>Keeps the refusal, unless one is kept already.</summary>
    public void Raise(ArithmeticFault fault) => Raise((byte)fault);

    /// <summary>Keeps what another computation raised, if anything, unless one is kept already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raise(in Fault other)
    {
        if (other.IsRaised)
        {
            Raise(other.Code);
        }
    }
}
