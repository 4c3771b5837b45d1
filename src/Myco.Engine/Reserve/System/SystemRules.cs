using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Fields;
using Myco.Engine.Reserve.Safety;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>Parameters made ready for use: arrays, and the surface itself. Immutable.</summary>
internal sealed class SystemRules
{
    private SystemRules(SystemParameters parameters, EllipsoidSurface surface)
    {
        Parameters = parameters;
        Vaults = [.. parameters.Vaults];
        CalibrationPrices = [.. parameters.Vaults.Select(vault => vault.CalibrationPrice)];
        Surface = surface;
        Safety = new ReserveSafety(parameters.Band.MaxDeviation, parameters.Band.IsAbsolute ? BandKind.Absolute : BandKind.Relative);
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

    /// <summary>The rules of parameters, their surface one of those prepared, or the first thing wrong with them.</summary>
    public static bool TryCreate(
        SystemParameters? parameters, PreparedSurfaces surfaces, [NotNullWhen(true)] out SystemRules? rules, [NotNullWhen(false)] out Flaw? flaw)
    {
        rules = null;
        flaw = parameters is null ? Flaw.At("there are no parameters; give some") : FieldCheck.Of(parameters);
        if (flaw is not null)
        {
            return false;
        }

        if (!surfaces.TryFind(parameters!.Surface, out EllipsoidSurface? surface, out SurfaceProblem? problem))
        {
            flaw = Flaw.At($"makes no surface: {problem.Text}", "surface", problem.Parameter);
            return false;
        }

        rules = new(parameters, surface);
        return true;
    }

    /// <summary>The surface units in an amount of a vault's tokens.</summary>
    public double Units(int vault, double amount) => amount * Vaults[vault].Rate * CalibrationPrices[vault];

    /// <summary>The value of an amount of a vault's tokens at a price of its unit.</summary>
    public double Value(int vault, double amount, double price) => amount * Vaults[vault].Rate * price;

    /// <summary>The tokens of a vault that have that value at a price of its unit.</summary>
    public double Amount(int vault, double value, double price) => value / (Vaults[vault].Rate * price);
}
