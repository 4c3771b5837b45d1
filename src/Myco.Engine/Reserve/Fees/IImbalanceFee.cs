namespace Myco.Engine.Reserve.Fees;

/// <summary>A fee on what unbalances the vaults.</summary>
internal interface IImbalanceFee
{
    /// <summary>The fee as a part of the amount, from the imbalance before an order and after it.</summary>
    double Rate(double before, double after);
}
