using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Sets the price of a unit of every vault, as of now.</summary>
/// <remarks>Takes new prices, as of now.</remarks>
public sealed record SetPricesOperation : SystemOperation
{
    /// <summary>N prices, finite and above 0.</summary>
    public required IReadOnlyList<double> Prices { get; init; }

    internal SystemRefusal Run(SystemCore core)
    {
        if (Prices.Count != core.Count)
        {
            return new(SystemCheck.InvalidParameters, Detail: $"{Prices.Count} prices for {core.Count} vaults; give one per vault");
        }

        for (int i = 0; i < core.Count; i++)
        {
            double price = Prices[i];
            if (!TrancheParameters.IsPrice(price))
            {
                return new(SystemCheck.InvalidParameters, Vault: i, Detail: $"the price is {price:R}; it must be from {TrancheParameters.LeastPrice:R} to {TrancheParameters.LargestPrice:R}");
            }

            core.Prices[i] = price;
        }

        core.Numbers.PriceTime = core.Numbers.Time;
        return SystemRefusal.None;
    }
}
