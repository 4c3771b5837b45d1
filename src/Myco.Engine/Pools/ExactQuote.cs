using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>An amount equal to the contract's to the last digit, or the reason why the contract gives none.</summary>
public readonly struct ExactQuote
{
    /// <summary>The amount, or what the fault says.</summary>
    public ExactQuote(in UInt256 amount, in Fault fault, ExactWarning warning = ExactWarning.None)
    {
        Revert = fault.ToRevert();
        Amount = Revert == Revert.None ? amount : default;
        Warning = Revert == Revert.None ? warning : ExactWarning.None;
    }

    /// <summary>The amount, in the contract's units; 0 when it reverts.</summary>
    public UInt256 Amount { get; }

    /// <summary>Why there is no amount; <see cref="Revert.None"/> when there is one.</summary>
    public Revert Revert { get; }

    /// <summary>What to take care of; <see cref="ExactWarning.None"/> nearly always.</summary>
    public ExactWarning Warning { get; }

    /// <summary>True when there is an amount.</summary>
    public bool IsOk => Revert == Revert.None;

    /// <summary>A quote without an amount, for the reason given.</summary>
    public static ExactQuote Refuse(Revert revert)
    {
        Fault fault = default;
        fault.Raise(revert);
        return new(default, fault);
    }
}
