using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools;

/// <summary>A toy pool, x·y = k of any two tokens: small enough to check by eye.</summary>
internal readonly struct ConstantProductState(params UInt256[] balances) : IPoolState
{
    public int TokenCount => balances.Length;

    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = Check(tokenIn, tokenOut);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        UInt256 after = UInt256.Add(balances[tokenIn], amountIn, ref fault);
        return new(Decimal18.MultiplyDivideDown(balances[tokenOut], amountIn, after, ref fault), fault, ExactWarning.AllowancesTooSmall);
    }

    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = Check(tokenIn, tokenOut);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        UInt256 after = UInt256.Subtract(balances[tokenOut], amountOut, ref fault);
        return new(Decimal18.MultiplyDivideUp(balances[tokenIn], amountOut, after, ref fault), fault);
    }

    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = Check(tokenIn, tokenOut);
        return fault.IsRaised ? new(default, fault) : new(Decimal18.DivideDown(balances[tokenOut], balances[tokenIn], ref fault), fault);
    }

    public ExactQuote Invariant()
    {
        Fault fault = default;
        return new(UInt256.Multiply(balances[0], balances[1], ref fault), fault);
    }

    private Fault Check(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if ((uint)tokenIn >= (uint)balances.Length || (uint)tokenOut >= (uint)balances.Length)
        {
            fault.Raise(Revert.TokenNotRegistered);
        }
        else if (tokenIn == tokenOut)
        {
            fault.Raise(Revert.CannotSwapSameToken);
        }

        return fault;
    }
}
