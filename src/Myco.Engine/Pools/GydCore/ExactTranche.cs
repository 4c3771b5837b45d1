using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>A vault as gyd-core's safety check sees it, with its part in the order.</summary>
/// <param name="tokens">The tokens whose prices are looked at; copied.</param>
public sealed class ExactTranche(ReadOnlySpan<ExactPricedToken> tokens)
{
    private readonly ExactPricedToken[] _tokens = tokens.ToArray();

    /// <summary>Decimals of the vault token, in which balance and amount are counted.</summary>
    public required byte Decimals { get; init; }

    /// <summary>Price of the vault token in dollars, 18 decimals.</summary>
    public required UInt256 Price { get; init; }

    /// <summary>What the reserve holds of it.</summary>
    public required UInt256 Balance { get; init; }

    /// <summary>What the order adds or takes away.</summary>
    public required UInt256 Amount { get; init; }

    /// <summary>Its weight before the order, 18 decimals.</summary>
    public required UInt256 CurrentWeight { get; init; }

    /// <summary>The weight it should have, 18 decimals.</summary>
    public required UInt256 TargetWeight { get; init; }

    /// <summary>The tokens whose prices are looked at.</summary>
    public ReadOnlySpan<ExactPricedToken> Tokens => _tokens;
}
