using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>The parameters of gyd-core's PrimaryAMMV1 with the thresholds between its regions, 18 decimals.</summary>
/// <remarks>The contract keeps 64 bits of each and checks nothing: a set that its arithmetic refuses makes every quote revert.
/// Source: spec/04-onchain-math.md §1.8.</remarks>
public sealed class ExactRedemptionParameters
{
    private readonly Fault _fault;

    /// <summary>Computes the thresholds once.</summary>
    /// <param name="curvature">ᾱ, the least curvature of the discount.</param>
    /// <param name="threshold">x̄_U, the largest level without a discount.</param>
    /// <param name="floorRate">θ̄, the lowest rate.</param>
    /// <param name="outflowMemory">What is left of the level after one block.</param>
    public ExactRedemptionParameters(ulong curvature, ulong threshold, ulong floorRate, ulong outflowMemory)
    {
        (Curvature, Threshold, FloorRate, OutflowMemory) = (curvature, threshold, floorRate, outflowMemory);
        Fault fault = default;
        FloorDiscount = UInt256.Subtract(Decimal18.One, FloorRate, ref fault);
        Thresholds = new ExactRedemptionThresholds(this, ref fault);
        _fault = fault;
    }

    /// <summary>ᾱ.</summary>
    public UInt256 Curvature { get; }

    /// <summary>x̄_U.</summary>
    public UInt256 Threshold { get; }

    /// <summary>θ̄.</summary>
    public UInt256 FloorRate { get; }

    /// <summary>What is left of the level after one block.</summary>
    public UInt256 OutflowMemory { get; }

    /// <summary>θ = 1 − θ̄.</summary>
    public UInt256 FloorDiscount { get; }

    /// <summary>The borders of the regions.</summary>
    internal ExactRedemptionThresholds Thresholds { get; }

    /// <summary>Hands on what the arithmetic of the thresholds refused.</summary>
    internal void Refuse(ref Fault fault)
    {
        fault.Raise(_fault);
    }
}
