using Myco.Engine.Reserve.Safety;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>Parameters made ready for use: arrays, and the surface itself. Immutable.</summary>
internal sealed class SystemRules
{
    /// <summary>The rules of valid parameters.</summary>
    /// <exception cref="ArgumentException">The parameters are not valid; the message says why.</exception>
    public SystemRules(SystemParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Problem() is string problem)
        {
            throw new ArgumentException($"{problem}.", nameof(parameters));
        }

        Parameters = parameters;
        Vaults = [.. parameters.Vaults];
        CalibrationPrices = [.. parameters.Vaults.Select(vault => vault.CalibrationPrice)];
        Surface = parameters.Surface.ToSurface();
        Safety = new ReserveSafety(parameters.Band.MaxDeviation, parameters.Band.IsAbsolute ? BandKind.Absolute : BandKind.Relative);
        for (int i = 0; i < Vaults.Length; i++)
        {
            if (!(parameters.Surface.PriceLower[i] <= 1 && parameters.Surface.PriceUpper[i] >= 1))
            {
                throw new ArgumentException(
                    $"The price bounds of vault {Vaults[i].Name} are {parameters.Surface.PriceLower[i]:R} to {parameters.Surface.PriceUpper[i]:R}; they must hold the reference price 1.", nameof(parameters));
            }
        }
    }

    /// <summary>The parameters.</summary>
    public SystemParameters Parameters { get; }

    /// <summary>The vaults.</summary>
    public TrancheParameters[] Vaults { get; }

    /// <summary>The calibration price of each vault.</summary>
    public double[] CalibrationPrices { get; }

    /// <summary>The surface at the end of any change that proceeds.</summary>
    public EllipsoidSurface Surface { get; }

    /// <summary>What the weights may do.</summary>
    public ReserveSafety Safety { get; }

    /// <summary>N.</summary>
    public int Count => Vaults.Length;

    /// <summary>The surface units in an amount of a vault's tokens.</summary>
    public double Units(int vault, double amount) => amount * Vaults[vault].Rate * CalibrationPrices[vault];

    /// <summary>The value of an amount of a vault's tokens at a price of its unit.</summary>
    public double Value(int vault, double amount, double price) => amount * Vaults[vault].Rate * price;

    /// <summary>The tokens of a vault that have that value at a price of its unit.</summary>
    public double Amount(int vault, double value, double price) => value / (Vaults[vault].Rate * price);
}
