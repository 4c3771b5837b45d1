using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>What the vault stores of a pool: balances, fees collected, supply, and what is set for it.</summary>
/// <remarks>Allocated once, changed in place; not for several threads at once. Source: spec/04-onchain-math.md §1.10.</remarks>
public sealed partial class VaultState
{
    private readonly VaultToken[] _tokens;
    private readonly UInt256[] _raw;
    private readonly UInt256[] _lastLive;
    private readonly UInt256[] _swapFees;
    private readonly UInt256[] _yieldFees;

    private VaultState(
        ReadOnlySpan<VaultToken> tokens, ReadOnlySpan<UInt256> raw, ReadOnlySpan<UInt256> lastLive, in UInt256 totalSupply, in VaultFees fees)
    {
        _tokens = tokens.ToArray();
        _raw = raw.ToArray();
        _lastLive = lastLive.ToArray();
        _swapFees = new UInt256[tokens.Length];
        _yieldFees = new UInt256[tokens.Length];
        TotalSupply = totalSupply;
        Fees = fees;
    }

    /// <summary>How many tokens the pool has.</summary>
    public int TokenCount => _tokens.Length;

    /// <summary>Scaling and rates, a token.</summary>
    public ReadOnlySpan<VaultToken> Tokens => _tokens;

    /// <summary>Balances in the tokens' own decimals.</summary>
    public ReadOnlySpan<UInt256> BalancesRaw => _raw;

    /// <summary>Live balances as the last operation stored them, 18 decimals.</summary>
    public ReadOnlySpan<UInt256> LastLiveBalances => _lastLive;

    /// <summary>Swap fees taken out of the pool so far, raw.</summary>
    public ReadOnlySpan<UInt256> AggregateSwapFees => _swapFees;

    /// <summary>Yield fees taken out of the pool so far, raw.</summary>
    public ReadOnlySpan<UInt256> AggregateYieldFees => _yieldFees;

    /// <summary>The supply of pool tokens.</summary>
    public UInt256 TotalSupply { get; private set; }

    /// <summary>The fees.</summary>
    public VaultFees Fees { get; set; }

    /// <summary>What is switched on or off.</summary>
    public VaultSwitches Switches { get; set; }

    /// <summary>A state of raw balances.</summary>
    /// <param name="tokens">2 to 8 tokens.</param>
    /// <param name="balancesRaw">One a token, below 2¹²⁸.</param>
    /// <param name="lastLiveBalances">One a token, below 2¹²⁸: what yield fees are reckoned from.</param>
    /// <param name="totalSupply">The supply of pool tokens.</param>
    /// <param name="fees">The fees.</param>
    /// <param name="state">The state, or null.</param>
    /// <returns><see cref="Revert.TokenCountMismatch"/>, then <see cref="Revert.BalanceOverflow"/>.</returns>
    public static Revert TryCreate(
        ReadOnlySpan<VaultToken> tokens,
        ReadOnlySpan<UInt256> balancesRaw,
        ReadOnlySpan<UInt256> lastLiveBalances,
        in UInt256 totalSupply,
        in VaultFees fees,
        out VaultState? state)
    {
        state = null;
        if (tokens.Length is < 2 or > TokenAmounts.Capacity || balancesRaw.Length != tokens.Length || lastLiveBalances.Length != tokens.Length)
        {
            return Revert.TokenCountMismatch;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            if (!(balancesRaw[i] | lastLiveBalances[i]).FitsUInt128)
            {
                return Revert.BalanceOverflow;
            }
        }

        state = new(tokens, balancesRaw, lastLiveBalances, totalSupply, fees);
        return Revert.None;
    }

    /// <summary>A state of live balances, as published pool files have them: raw the least that reads so, rounded down, and nothing owed as yield.</summary>
    /// <param name="tokens">2 to 8 tokens.</param>
    /// <param name="balancesLive">One a token, 18 decimals.</param>
    /// <param name="totalSupply">The supply of pool tokens.</param>
    /// <param name="fees">The fees.</param>
    /// <param name="state">The state, or null.</param>
    /// <returns>As <see cref="TryCreate"/>, and <see cref="Revert.InvalidArgument"/> of a live balance that no raw one reads as.</returns>
    public static Revert TryCreateFromLive(
        ReadOnlySpan<VaultToken> tokens, ReadOnlySpan<UInt256> balancesLive, in UInt256 totalSupply, in VaultFees fees, out VaultState? state)
    {
        state = null;
        if (tokens.Length is < 2 or > TokenAmounts.Capacity || balancesLive.Length != tokens.Length)
        {
            return Revert.TokenCountMismatch;
        }

        TokenAmounts storage = default;
        Span<UInt256> raw = storage[..tokens.Length];
        Fault fault = default;
        for (int i = 0; i < tokens.Length; i++)
        {
            raw[i] = tokens[i].ToRaw(balancesLive[i], Rounding.Up, ref fault);
            if (tokens[i].ToLive(raw[i], Rounding.Down, ref fault) != balancesLive[i])
            {
                fault.Raise(Revert.InvalidArgument);
            }
        }

        return fault.IsRaised ? fault.ToRevert() : TryCreate(tokens, raw, balancesLive, totalSupply, fees, out state);
    }

    /// <summary>Sets what a token's rate provider answers from now on.</summary>
    /// <exception cref="ArgumentException">The token has no rate provider.</exception>
    public void SetRate(int token, in UInt256 rate)
    {
        if (!_tokens[token].HasRateProvider)
        {
            throw NoRateProvider(token);
        }

        _tokens[token] = _tokens[token] with { Rate = rate };
    }

    private static ArgumentException NoRateProvider(int token) =>
        new($"Token {token} has no rate provider: its rate stays 1; make it by {nameof(VaultToken)}.{nameof(VaultToken.WithRate)}.", nameof(token));
}
