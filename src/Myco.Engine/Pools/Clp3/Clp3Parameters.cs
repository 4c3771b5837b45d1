using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The parameter of a 3-CLP.</summary>
/// <remarks>Immutable, shared freely between pools and threads. Source: spec/04-onchain-math.md §1.6.</remarks>
public sealed class Clp3Parameters
{
    private Clp3Parameters(in UInt256 root3Alpha) => Root3Alpha = root3Alpha;

    /// <summary>ρ, the cube root of the least price α of any token in any other, 18 decimals.</summary>
    public UInt256 Root3Alpha { get; }

    /// <summary>The parameter of a pool whose contract could be deployed.</summary>
    /// <returns><see cref="Revert.SquareRootOfPriceOrder"/>, and no parameter, for ρ of 1 or more.</returns>
    public static Revert TryCreate(in UInt256 root3Alpha, out Clp3Parameters? parameters)
    {
        bool isBelowOne = root3Alpha < Decimal18.One;
        parameters = isBelowOne ? new(root3Alpha) : null;
        return isBelowOne ? Revert.None : Revert.SquareRootOfPriceOrder;
    }

    /// <summary>As <see cref="TryCreate"/>.</summary>
    /// <exception cref="ArgumentException">ρ is 1 or more.</exception>
    public static Clp3Parameters Create(in UInt256 root3Alpha)
    {
        TryCreate(root3Alpha, out Clp3Parameters? parameters);
        return parameters ?? throw NotBelowOne(root3Alpha);
    }

    /// <summary>A parameter as a library function of the contract takes it: unchecked.</summary>
    internal static Clp3Parameters Unchecked(in UInt256 root3Alpha) => new(root3Alpha);

    private static ArgumentException NotBelowOne(in UInt256 root3Alpha) => new(
        $"root3Alpha is {root3Alpha}; it must be below 10^18. Pass the cube root of the least price, 18 decimals.");
}
