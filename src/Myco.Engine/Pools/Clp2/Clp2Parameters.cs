using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The parameters of a 2-CLP, with what depends on them alone.</summary>
/// <remarks>Immutable, shared freely between pools and threads. Source: spec/04-onchain-math.md §1.4, §1.5.</remarks>
public sealed class Clp2Parameters
{
    private readonly Clp2RoundedTerms _down, _up;

    private Clp2Parameters(in UInt256 sqrtAlpha, in UInt256 sqrtBeta, Clp2Version version)
    {
        (SqrtAlpha, SqrtBeta, Version) = (sqrtAlpha, sqrtBeta, version);
        SqrtBetaDivisor = new(sqrtBeta);
        _down = new(sqrtAlpha, sqrtBeta, version, Rounding.Down);
        _up = new(sqrtAlpha, sqrtBeta, version, Rounding.Up);
    }

    /// <summary>√α, the root of the least price of token 0 in token 1, 18 decimals.</summary>
    public UInt256 SqrtAlpha { get; }

    /// <summary>√β, the root of the largest price, 18 decimals.</summary>
    public UInt256 SqrtBeta { get; }

    /// <summary>The contract.</summary>
    public Clp2Version Version { get; }

    /// <summary>√β as a divisor.</summary>
    internal Decimal18Divisor SqrtBetaDivisor { get; }

    /// <summary>Checks the parameters as the contract's constructor does and keeps what depends on them alone.</summary>
    /// <returns><see cref="Revert.SquareRootOfPriceOrder"/>, and no parameters, for √α ≥ √β.</returns>
    public static Revert TryCreate(in UInt256 sqrtAlpha, in UInt256 sqrtBeta, Clp2Version version, out Clp2Parameters? parameters)
    {
        bool isOrdered = sqrtAlpha < sqrtBeta;
        parameters = isOrdered ? new(sqrtAlpha, sqrtBeta, version) : null;
        return isOrdered ? Revert.None : Revert.SquareRootOfPriceOrder;
    }

    /// <summary>As <see cref="TryCreate"/>.</summary>
    /// <exception cref="ArgumentException">√α is not below √β.</exception>
    public static Clp2Parameters Create(in UInt256 sqrtAlpha, in UInt256 sqrtBeta, Clp2Version version)
    {
        TryCreate(sqrtAlpha, sqrtBeta, version, out Clp2Parameters? parameters);
        return parameters ?? throw NotOrdered(sqrtAlpha, sqrtBeta);
    }

    /// <summary>Parameters as a library function of the contract takes them: unchecked.</summary>
    internal static Clp2Parameters Unchecked(in UInt256 sqrtAlpha, in UInt256 sqrtBeta, Clp2Version version) => new(sqrtAlpha, sqrtBeta, version);

    /// <summary>The terms of one rounding.</summary>
    internal Clp2RoundedTerms Terms(Rounding rounding) => rounding == Rounding.Down ? _down : _up;

    private static ArgumentException NotOrdered(in UInt256 sqrtAlpha, in UInt256 sqrtBeta) => new(
        $"sqrtAlpha is {sqrtAlpha} and sqrtBeta is {sqrtBeta}; sqrtAlpha must be the smaller. Pass the roots of the least and the largest price, 18 decimals.");
}
