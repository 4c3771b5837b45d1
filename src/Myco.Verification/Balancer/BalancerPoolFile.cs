using Myco.Engine.Formats;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Balancer;

/// <summary>The state in a pool file: what the vault needs of it, and the rest for the pool's own parameters.</summary>
/// <remarks>Scaling factors are 10^(18 − decimals) as plain integers. A file says nothing of limits, yield fees and the raw balances: raw is the least
/// amount that reads as the live one, from which an add re-derives its own, rounding up. Source: spec/04-onchain-math.md §2.</remarks>
internal sealed class BalancerPoolFile
{
    private readonly List<string> _addresses;
    private readonly VaultToken[] _tokens;
    private readonly UInt256[] _balances;
    private readonly UInt256 _totalSupply;
    private readonly VaultFees _fees;
    private readonly VaultSwitches _switches;

    private BalancerPoolFile(VectorNode pool)
    {
        Node = pool;
        _addresses = [.. pool["tokens"].List().Select(node => node.Text())];
        UInt256[] factors = pool["scalingFactors"].UInts();
        UInt256[] rates = pool["tokenRates"].UInts();
        _balances = pool["balancesLiveScaled18"].UInts();
        if (factors.Length != _addresses.Count || rates.Length != _addresses.Count || _balances.Length != _addresses.Count)
        {
            throw pool.Problem($"has {_addresses.Count} tokens; give as many scalingFactors, tokenRates and balancesLiveScaled18");
        }

        _tokens = [.. factors.Select((factor, i) => VaultToken.Plain(DecimalsOf(factor, pool["scalingFactors"])) with { Rate = rates[i] })];
        _totalSupply = pool["totalSupply"].UInt();
        Revert revert = VaultFees.TryCreate(pool["swapFee"].UInt(), Optional("aggregateSwapFee"), default, out _fees);
        if (revert != Revert.None)
        {
            throw pool["swapFee"].Problem($"or aggregateSwapFee is refused: {RevertCatalog.Describe(revert)}");
        }

        _switches = (Flag("isPoolPaused") ? VaultSwitches.Paused : VaultSwitches.None) | (Flag("isPoolInRecoveryMode") ? VaultSwitches.RecoveryMode : VaultSwitches.None);
    }

    /// <summary>The pool's own parameters are in here.</summary>
    public VectorNode Node { get; }

    /// <summary>How many tokens.</summary>
    public int TokenCount => _tokens.Length;

    /// <summary>The tokens' decimals.</summary>
    public int[] Decimals => [.. _tokens.Select(token => DecimalsOf(token.ScalingFactor, Node["scalingFactors"]))];

    /// <summary>Reads the state.</summary>
    /// <exception cref="DocumentException">It is malformed.</exception>
    public static BalancerPoolFile Read(VectorNode pool) => new(pool);

    /// <summary>Whether the file has that key.</summary>
    public bool Has(string key) => Node.Has(key);

    /// <summary>A truth, false where the file has none.</summary>
    public bool Flag(string key) => Has(key) && Node[key].Flag();

    /// <summary>An integer, 0 where the file has none.</summary>
    public UInt256 Optional(string key) => Has(key) ? Node[key].UInt() : default;

    /// <summary>The index of a token by its address, in any case of letters.</summary>
    /// <exception cref="DocumentException">The pool has no such token.</exception>
    public int TokenOf(VectorNode address)
    {
        int index = _addresses.FindIndex(token => string.Equals(token, address.Text(), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw address.Problem($"is '{address.Text()}', which is no token of the pool; correct the file");
    }

    /// <summary>A fresh state of the vault.</summary>
    /// <exception cref="DocumentException">The balances are refused.</exception>
    public VaultState ToState()
    {
        Revert revert = VaultState.TryCreateFromLive(_tokens, _balances, _totalSupply, _fees, out VaultState? state);
        if (state is null)
        {
            throw Node["balancesLiveScaled18"].Problem($"is refused: {RevertCatalog.Describe(revert)}");
        }

        state.Switches = _switches;
        return state;
    }

    private static int DecimalsOf(UInt256 factor, VectorNode where)
    {
        for (int decimals = VaultToken.MaximumDecimals; decimals >= 0; decimals--)
        {
            if (VaultToken.ScalingFactorOf(decimals) == factor)
            {
                return decimals;
            }
        }

        throw where.Problem($"holds {factor}; a factor is a power of ten from 1 to {Decimal18.One}; correct the file");
    }
}
