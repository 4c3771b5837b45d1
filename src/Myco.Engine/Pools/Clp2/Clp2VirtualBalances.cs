using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The balances with offsets of one direction at one invariant, and the refusal of computing them.</summary>
/// <remarks>The offset of token in is rounded up, that of token out down; V2 rounds both down and then takes its margin. Formulas:
/// spec/04-onchain-math.md §1.4, §1.5.</remarks>
internal readonly struct Clp2VirtualBalances
{
    private readonly UInt256 _virtualIn, _virtualOut;
    private readonly Fault _refusal;

    /// <summary>The balances for swaps of tokenIn to tokenOut.</summary>
    public Clp2VirtualBalances(Clp2Parameters parameters, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 invariant)
    {
        Fault fault = default;
        Clp2Version version = parameters.Version;
        UInt256 offsetIn = Clp2Invariant.VirtualOffset(parameters, tokenIn, invariant, Clp2Rounding.OfOffsetIn(version), ref fault);
        UInt256 offsetOut = Clp2Invariant.VirtualOffset(parameters, tokenOut, invariant, Rounding.Down, ref fault);
        _virtualIn = UInt256.Add(balances[tokenIn], Clp2Swap.OffsetIn(version, offsetIn, ref fault), ref fault);
        _virtualOut = UInt256.Add(balances[tokenOut], Clp2Swap.OffsetOut(version, offsetOut, ref fault), ref fault);
        _refusal = fault;
    }

    /// <summary>The amount out.</summary>
    public UInt256 OutGivenIn(in UInt256 balanceOut, in UInt256 amountIn, ref Fault fault)
    {
        RaiseRefusal(ref fault);
        return OffsetHyperbola.OutOf(_virtualIn, _virtualOut, balanceOut, amountIn, ref fault);
    }

    /// <summary>The amount in.</summary>
    public UInt256 InGivenOut(in UInt256 balanceOut, in UInt256 amountOut, ref Fault fault)
    {
        OffsetHyperbola.RequireWithin(amountOut, balanceOut, ref fault);
        RaiseRefusal(ref fault);
        return OffsetHyperbola.InOf(_virtualIn, _virtualOut, amountOut, ref fault);
    }

    private void RaiseRefusal(ref Fault fault)
    {
        if (_refusal.IsRaised)
        {
            fault.Raise(_refusal.Code);
        }
    }
}
