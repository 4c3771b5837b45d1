using Myco.Engine.Pools;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>fixedpoint.json</c>.</summary>
internal static class FixedPointReplay
{
    private delegate Int256 SignedOperation(in Int256 left, in Int256 right, ref Fault fault);

    private delegate UInt256 UnsignedOperation(in UInt256 left, in UInt256 right, ref Fault fault);

    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("fixedpoint", ContractEra.Solidity08, () => new()
    {
        ["SignedFixedPoint.add"] = Of(Int256.Add),
        ["SignedFixedPoint.addMag"] = Of(SignedDecimal18.AddMagnitude),
        ["SignedFixedPoint.sub"] = Of(Int256.Subtract),
        ["SignedFixedPoint.mulDownMag"] = Of(SignedDecimal18.MultiplyDown),
        ["SignedFixedPoint.mulDownMagU"] = Of(SignedDecimal18.MultiplyDown),
        ["SignedFixedPoint.mulUpMag"] = Of(SignedDecimal18.MultiplyUp),
        ["SignedFixedPoint.mulUpMagU"] = Of(SignedDecimal18.MultiplyUp),
        ["SignedFixedPoint.divDownMag"] = Of(SignedDecimal18.DivideDown),
        ["SignedFixedPoint.divDownMagU"] = Of(SignedDecimal18.DivideDown),
        ["SignedFixedPoint.divUpMag"] = Of(SignedDecimal18.DivideUp),
        ["SignedFixedPoint.divUpMagU"] = Of(SignedDecimal18.DivideUp),
        ["SignedFixedPoint.mulXp"] = Of(SignedDecimal38.Multiply),
        ["SignedFixedPoint.mulXpU"] = Of(SignedDecimal38.Multiply),
        ["SignedFixedPoint.divXp"] = Of(SignedDecimal38.Divide),
        ["SignedFixedPoint.divXpU"] = Of(SignedDecimal38.Divide),
        ["SignedFixedPoint.mulDownXpToNp"] = Of(SignedDecimal38.MultiplyToDecimal18Down),
        ["SignedFixedPoint.mulDownXpToNpU"] = Of(SignedDecimal38.MultiplyToDecimal18Down),
        ["SignedFixedPoint.mulUpXpToNp"] = Of(SignedDecimal38.MultiplyToDecimal18Up),
        ["SignedFixedPoint.mulUpXpToNpU"] = Of(SignedDecimal38.MultiplyToDecimal18Up),
        ["SignedFixedPoint.complement"] = call => call.Return("r", SignedDecimal18.Complement(call.Int("x"))),
        ["FixedPoint.mulDown"] = Of(Decimal18.MultiplyDown),
        ["FixedPoint.mulUp"] = Of(Decimal18.MultiplyUp),
        ["FixedPoint.divDown"] = Of(Decimal18.DivideDown),
        ["FixedPoint.divUp"] = Of(Decimal18.DivideUp),
        ["FixedPoint.divUpRaw"] = Of(UInt256.DivideUp),
        ["FixedPoint.mulDivUp"] = call => call.Return("r", Decimal18.MultiplyDivideUp(call.UInt("a"), call.UInt("b"), call.UInt("c"), ref call.Fault)),
        ["FixedPoint.complement"] = call => call.Return("r", Decimal18.Complement(call.UInt("x"))),
        ["FixedPoint.powDown"] = Of(PowerDecimal18.Down, "x", "y"),
        ["FixedPoint.powUp"] = Of(PowerDecimal18.Up, "x", "y"),
        ["GyroPoolMath.sqrt"] = Of(NewtonSquareRoot.Root, "input", "tolerance"),
        ["LogExpMath.pow"] = Of(Power.Raise, "x", "y"),
        ["LogExpMath.exp"] = call => call.Return("r", Exponential.Of(call.Int("x"), ref call.Fault)),
        ["LogExpMath.ln"] = call => call.Return("r", Logarithm.Natural(call.Int("a"), ref call.Fault)),
        ["LogExpMath.log"] = call => call.Return("r", Logarithm.ToBase(call.Int("arg"), call.Int("base"), ref call.Fault)),
    });

    private static Action<GoldenCall> Of(SignedOperation operation) =>
        call => call.Return("r", operation(call.Int("a"), call.Int("b"), ref call.Fault));

    private static Action<GoldenCall> Of(UnsignedOperation operation, string left = "a", string right = "b") =>
        call => call.Return("r", operation(call.UInt(left), call.UInt(right), ref call.Fault));
}
