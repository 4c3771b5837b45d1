using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools;

/// <summary>A toy pool, x·y = k of any two tokens: small enough to check by eye.</summary>
internal readonly struct ConstantProductState(params UInt256[] balances) : IPoolState
{
    public int TokenCount => balances.Length;

    public ExactWarning Warning => ExactWarning.AllowancesTooSmall;

    public static PreparedPool<ConstantProductState> Pool(params UInt256[] balances) => new(new(balances));

    public UInt256 Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (kind == SwapKind.ExactIn)
        {
            return Decimal18.MultiplyDivideDown(balances[tokenOut], amount, UInt256.Add(balances[tokenIn], amount, ref fault), ref fault);
        }

        UInt256 after = UInt256.Subtract(balances[tokenOut], amount, ref fault);
        return Decimal18.MultiplyDivideUp(balances[tokenIn], amount, after, ref fault);
    }

    public UInt256 MarginalPayout(int tokenIn, int tokenOut, ref Fault fault) => Decimal18.DivideDown(balances[tokenOut], balances[tokenIn], ref fault);

    public UInt256 Invariant(ref Fault fault) => UInt256.Multiply(balances[0], balances[1], ref fault);
}
