namespace Myco.Cli.Orders;

/// <summary>Prices the orders of a block.</summary>
internal interface IOrderPricer
{
    /// <summary>Fills in result, status and prices of every order.</summary>
    void Price(OrderBlock block);
}
