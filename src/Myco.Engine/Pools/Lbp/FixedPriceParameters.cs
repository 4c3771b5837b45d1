using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>What a fixed-price liquidity bootstrapping pool sells, when, and at which price.</summary>
/// <remarks>Two tokens: the project token, for sale, and the reserve. Immutable. Source: spec/04-onchain-math.md §1.16.</remarks>
public sealed class FixedPriceParameters
{
    private FixedPriceParameters(in UInt256 price, int projectToken, ulong startTime, ulong endTime) =>
        (Price, ProjectToken, StartTime, EndTime) = (price, projectToken, startTime, endTime);

    /// <summary>Units of the reserve for one of the project token, 18 decimals.</summary>
    public UInt256 Price { get; }

    /// <summary>The index of the token for sale, 0 or 1.</summary>
    public int ProjectToken { get; }

    /// <summary>The first second of the sale.</summary>
    public ulong StartTime { get; }

    /// <summary>The last second of the sale.</summary>
    public ulong EndTime { get; }

    /// <summary>The parameters of a pool.</summary>
    /// <returns><see cref="Revert.TokenNotRegistered"/> for an index, <see cref="Revert.InvalidArgument"/> for a price of zero or an end before the
    /// start.</returns>
    public static Revert TryCreate(in UInt256 price, int projectToken, ulong startTime, ulong endTime, out FixedPriceParameters? parameters)
    {
        Revert refused = projectToken is not (0 or 1) ? Revert.TokenNotRegistered
            : price.IsZero || endTime < startTime ? Revert.InvalidArgument
            : Revert.None;
        parameters = refused == Revert.None ? new(price, projectToken, startTime, endTime) : null;
        return refused;
    }

    /// <summary>The parameters of a pool.</summary>
    /// <exception cref="ArgumentException">What <see cref="TryCreate"/> refuses.</exception>
    public static FixedPriceParameters Create(in UInt256 price, int projectToken, ulong startTime, ulong endTime)
    {
        Revert refused = TryCreate(price, projectToken, startTime, endTime, out FixedPriceParameters? parameters);
        return parameters ?? throw (refused == Revert.TokenNotRegistered
            ? new ArgumentException($"project token is {projectToken}; it is 0 or 1; name one of the two", nameof(projectToken))
            : new ArgumentException(
                $"price is {price}, the sale from {startTime} to {endTime}; the price is above 0, the end not before the start; correct them", nameof(price)));
    }
}
