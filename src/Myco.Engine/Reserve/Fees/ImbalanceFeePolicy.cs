namespace Myco.Engine.Reserve.Fees;

/// <summary>How the fee rises with the imbalance.</summary>
public enum ImbalanceFeePolicy
{
    /// <summary>Linear, as <see cref="SurgeFee"/>.</summary>
    Surge,

    /// <summary>As <see cref="QuadraticFee"/>.</summary>
    Quadratic,
}
