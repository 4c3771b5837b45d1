using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>Whether the indices and lists of a call name tokens of the pool.</summary>
internal static class TokenPair
{
    /// <summary>True for two different tokens; else raises <see cref="Revert.TokenNotRegistered"/> or <see cref="Revert.CannotSwapSameToken"/>.</summary>
    public static bool IsValid(int tokenIn, int tokenOut, int tokenCount, ref Fault fault)
    {
        bool areTokens = IsToken(tokenIn, tokenCount, ref fault) && IsToken(tokenOut, tokenCount, ref fault);
        if (areTokens && tokenIn == tokenOut)
        {
            fault.Raise(Revert.CannotSwapSameToken);
        }

        return areTokens && tokenIn != tokenOut;
    }

    /// <summary>As above, with one balance a token.</summary>
    public static bool IsValid(ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, int tokenCount, ref Fault fault) =>
        IsCount(balances, tokenCount, ref fault) && IsValid(tokenIn, tokenOut, tokenCount, ref fault);

    /// <summary>True for an index of a token; else raises <see cref="Revert.TokenNotRegistered"/>.</summary>
    public static bool IsToken(int token, int tokenCount, ref Fault fault)
    {
        bool isToken = (uint)token < (uint)tokenCount;
        if (!isToken)
        {
            fault.Raise(Revert.TokenNotRegistered);
        }

        return isToken;
    }

    /// <summary>True for one balance a token; else raises <see cref="Revert.TokenCountMismatch"/>.</summary>
    public static bool IsCount(ReadOnlySpan<UInt256> balances, int tokenCount, ref Fault fault)
    {
        bool isCount = balances.Length == tokenCount;
        if (!isCount)
        {
            fault.Raise(Revert.TokenCountMismatch);
        }

        return isCount;
    }
}
