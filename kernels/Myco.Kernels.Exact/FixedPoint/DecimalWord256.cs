using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>A signed number of 18 decimals in 256 bits: the chain's word, with the chain's refusals.</summary>
/// <param name="value">The number.</param>
internal readonly struct DecimalWord256(in Int256 value) : IDecimalWord<DecimalWord256>
{
    private readonly Int256 _value = value;

    /// <inheritdoc/>
    public bool IsPositive => _value.IsPositive;

    /// <inheritdoc/>
    public bool IsNegative => _value.IsNegative;

    /// <inheritdoc/>
    public static DecimalWord256 From(in Int256 value, ref Fault fault) => new(value);

    /// <inheritdoc/>
    public Int256 ToInt256() => _value;

    /// <inheritdoc/>
    public static DecimalWord256 Add(DecimalWord256 left, DecimalWord256 right, ref Fault fault) =>
        new(Int256.Add(left._value, right._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 Subtract(DecimalWord256 left, DecimalWord256 right, ref Fault fault) =>
        new(Int256.Subtract(left._value, right._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 Negate(DecimalWord256 value, ref Fault fault) => new(Int256.Negate(value._value, ref fault));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DecimalWord256 MultiplyDown(DecimalWord256 left, DecimalWord256 right, ref Fault fault) =>
        new(SignedDecimal18.MultiplyDown(left._value, right._value, ref fault));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DecimalWord256 MultiplyUp(DecimalWord256 left, DecimalWord256 right, ref Fault fault) =>
        new(SignedDecimal18.MultiplyUp(left._value, right._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 MultiplyDown(DecimalWord256 value, in Decimal38Factor factor, ref Fault fault) =>
        new(factor.MultiplyDown(value._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 MultiplyUp(DecimalWord256 value, in Decimal38Factor factor, ref Fault fault) =>
        new(factor.MultiplyUp(value._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 DivideDown(DecimalWord256 value, in Decimal18Divisor divisor, ref Fault fault) =>
        new(divisor.DivideDown(value._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 DivideUp(DecimalWord256 value, in Decimal18Divisor divisor, ref Fault fault) =>
        new(divisor.DivideUp(value._value, ref fault));

    /// <inheritdoc/>
    public static DecimalWord256 Root(DecimalWord256 value, ref Fault fault) =>
        value.IsPositive ? new(new Int256(NewtonSquareRoot.Root(value._value.Bits, ref fault))) : default;
}
