using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>A divisor of 18 decimals with its reciprocal: the quotients of <see cref="Decimal18"/> and <see cref="SignedDecimal18"/> without a division.</summary>
/// <remarks>Any value is taken; one that is 0 or of more than 128 bits is divided by as those do, refusals included. As a signed divisor it is what its
/// bits say. Source: spec/04-onchain-math.md §1, §1.1.</remarks>
internal readonly struct Decimal18Divisor
{
    private readonly Divisor _divisor;
    private readonly bool _hasReciprocal;

    /// <summary>The divisor of that value.</summary>
    public Decimal18Divisor(in UInt256 value)
    {
        Value = value;
        _hasReciprocal = !value.IsZero && value.FitsUInt128;
        _divisor = _hasReciprocal ? new Divisor(value.Low) : default;
    }

    /// <summary>The divisor itself.</summary>
    public UInt256 Value { get; }

    /// <summary>⌊left·10¹⁸/divisor⌋; refusals as <see cref="Decimal18.DivideDown"/>.</summary>
    public UInt256 DivideDown(in UInt256 left, ref Fault fault) => _hasReciprocal
        ? _divisor.Divide(UInt256.Multiply(left, Decimal18.One, ArithmeticFault.DivisionOverflow, ref fault))
        : Decimal18.DivideDown(left, Value, ref fault);

    /// <summary>⌈left·10¹⁸/divisor⌉; refusals as <see cref="Decimal18.DivideUp"/>.</summary>
    public UInt256 DivideUp(in UInt256 left, ref Fault fault) => _hasReciprocal
        ? _divisor.DivideUp(UInt256.Multiply(left, Decimal18.One, ArithmeticFault.DivisionOverflow, ref fault))
        : Decimal18.DivideUp(left, Value, ref fault);

    /// <summary>left·10¹⁸/divisor, cut toward zero; refusals as <see cref="SignedDecimal18.DivideDown"/>.</summary>
    public Int256 DivideDown(in Int256 left, ref Fault fault)
    {
        if (!_hasReciprocal)
        {
            return SignedDecimal18.DivideDown(left, new Int256(Value), ref fault);
        }

        UInt256 scaled = Scaled(left, out bool isNegative, ref fault);
        return new(Int256.NegateBits(_divisor.Divide(scaled), isNegative));
    }

    /// <summary>left·10¹⁸/divisor, rounded away from zero; refusals as <see cref="SignedDecimal18.DivideUp"/>.</summary>
    public Int256 DivideUp(in Int256 left, ref Fault fault)
    {
        if (!_hasReciprocal)
        {
            return SignedDecimal18.DivideUp(left, new Int256(Value), ref fault);
        }

        UInt256 scaled = Scaled(left, out bool isNegative, ref fault);
        return new(Int256.NegateBits(_divisor.DivideUp(scaled), isNegative));
    }

    /// <summary>⌊left·10¹⁸/divisor⌋ and whether something remains; a fault where the quotient is not below 2¹²⁷ or there is no reciprocal.</summary>
    internal UInt128 DivideNarrow(UInt128 left, out bool isInexact, ref Fault fault)
    {
        UInt256 quotient = _divisor.Divide(UInt256.Product((ulong)left, (ulong)(left >> 64), Decimal18.One.Limb0, 0), out UInt128 rest);
        isInexact = rest != UInt128.Zero;
        if (!_hasReciprocal || !quotient.FitsUInt128 || (long)quotient.Limb1 < 0)
        {
            fault.Raise(ArithmeticFault.DivisionOverflow);
        }

        return quotient.Low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Scaled(in Int256 left, out bool isNegative, ref Fault fault) =>
        Int256.ProductMagnitude(left, SignedDecimal18.One, ArithmeticFault.DivisionOverflow, out isNegative, ref fault);
}
