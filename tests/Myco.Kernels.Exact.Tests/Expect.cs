using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests;

/// <summary>An operation against its definition in BigInteger.</summary>
internal static class Expect
{
    public delegate UInt256 UnsignedOperation(ref Fault fault);

    public delegate Int256 SignedOperation(ref Fault fault);

    /// <summary>Fails unless the operation gives the number, or zero and the refusal where there is none.</summary>
    public static void Unsigned((BigInteger Value, ArithmeticFault Refusal) expected, UnsignedOperation operation)
    {
        Fault fault = default;
        UInt256 got = operation(ref fault);
        Check(expected, Numbers.Big(got), fault);
    }

    /// <summary>Fails unless the operation gives the number, or the refusal where there is none.</summary>
    public static void Signed((BigInteger Value, ArithmeticFault Refusal) expected, SignedOperation operation)
    {
        Fault fault = default;
        Int256 got = operation(ref fault);
        Check(expected, Numbers.Big(got), fault);
    }

    /// <summary>The number, or the refusal where it is not one of 256 bits.</summary>
    public static (BigInteger Value, ArithmeticFault Refusal) InUnsignedRange(BigInteger value, ArithmeticFault refusal) =>
        value.Sign < 0 || value >= Numbers.Modulus ? (0, refusal) : (value, ArithmeticFault.None);

    /// <summary>The number, or the refusal where it is not a signed one of 256 bits.</summary>
    public static (BigInteger Value, ArithmeticFault Refusal) InSignedRange(BigInteger value, ArithmeticFault refusal) =>
        value < -Numbers.SignedLimit || value >= Numbers.SignedLimit ? (0, refusal) : (value, ArithmeticFault.None);

    private static void Check((BigInteger Value, ArithmeticFault Refusal) expected, BigInteger got, Fault fault)
    {
        if (fault.Arithmetic != expected.Refusal || (got != expected.Value && expected.Refusal == ArithmeticFault.None))
        {
            Assert.Fail($"got {got}, {fault.Arithmetic}; expected {expected.Value}, {expected.Refusal}");
        }
    }
}
