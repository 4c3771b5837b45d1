using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.Composition;

/// <summary>Takes new prices, as of now.</summary>
internal static class SetPricesOperation
{
    public static SystemRefusal Run(SystemCore core, SetPricesOrder order)
    {
        if (order.Prices.Count != core.Count)
        {
            return new(SystemCheck.InvalidParameters, Detail: $"{order.Prices.Count} prices for {core.Count} vaults; give one per vault");
        }

        for (int i = 0; i < core.Count; i++)
        {
            double price = order.Prices[i];
            if (!VaultParameters.IsPrice(price))
            {
                return new(SystemCheck.InvalidParameters, Vault: i, Detail: $"the price is {price:R}; it must be from {VaultParameters.LeastPrice:R} to {VaultParameters.LargestPrice:R}");
            }

            core.Prices[i] = price;
        }

        core.PriceTime = core.Time;
        return SystemRefusal.None;
    }
}
