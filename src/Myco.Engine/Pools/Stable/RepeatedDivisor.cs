using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A number divided by in every round of an iteration: its reciprocal is kept where it has one.</summary>
internal readonly struct RepeatedDivisor
{
    private readonly UInt256 _value;
    private readonly Divisor _kept;
    private readonly bool _isKept;

    /// <summary>The divisor of that value; 0 and numbers from 2¹²⁸ on have no reciprocal to keep.</summary>
    public RepeatedDivisor(in UInt256 value)
    {
        _value = value;
        _isKept = value.FitsUInt128 && !value.IsZero;
        _kept = _isKept ? new(value.Low) : default;
    }

    /// <summary>⌊dividend/value⌋; <see cref="Revert.DivisionByZero"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 Divide(in UInt256 dividend, ref Fault fault) =>
        _isKept ? _kept.Divide(dividend) : UInt256.Divide(dividend, _value, ref fault);
}
