namespace Myco.Engine.Reserve.Fees;

/// <summary>The part of an order that is kept back when the order unbalances what it is paid into.</summary>
public interface IImbalanceFee
{
    /// <summary>The fee as a part of the order, at least 0 and below 1.</summary>
    /// <param name="before">The imbalance before the order, from 0 on.</param>
    /// <param name="after">The imbalance after the whole order, from 0 on.</param>
    double FeeOf(double before, double after);
}
