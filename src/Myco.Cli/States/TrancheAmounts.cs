using System.Globalization;
using Myco.Cli.Console;
using Myco.Engine.Reserve.System;

namespace Myco.Cli.States;

/// <summary>Amounts of tokens as the user names them: <c>VAULT=AMOUNT,…</c>.</summary>
internal static class TrancheAmounts
{
    /// <summary>An amount for each vault; 0 for those not named.</summary>
    /// <exception cref="UsageException">A part is not VAULT=AMOUNT, names no vault, or one twice, or its amount is not above 0 and finite.</exception>
    public static double[] Parse(string text, SystemParameters parameters)
    {
        string[] names = [.. parameters.Vaults.Select(vault => vault.Name)];
        double[] amounts = new double[names.Length];
        foreach (string part in text.Split(','))
        {
            int mark = part.LastIndexOf('=');
            string name = mark < 0 ? part : part[..mark].Trim();
            int vault = Array.IndexOf(names, name);
            if (vault < 0)
            {
                throw new UsageException($"myco: --amounts '{name}' names no vault; use {string.Join(", ", names)}, each as VAULT=AMOUNT");
            }

            if (amounts[vault] != 0)
            {
                throw new UsageException($"myco: --amounts names {name} twice; give one amount");
            }

            amounts[vault] = double.TryParse(part.AsSpan(mark + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double amount) ? amount : double.NaN;
            if (!(amounts[vault] > 0 && double.IsFinite(amounts[vault])))
            {
                throw new UsageException($"myco: --amounts of {name} is '{part[(mark + 1)..]}'; it must be a number above 0");
            }
        }

        return amounts;
    }
}
