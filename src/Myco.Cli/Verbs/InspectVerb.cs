using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Orders;
using Myco.Cli.Reports;
using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Verbs;

/// <summary><c>myco inspect</c>: what a pool is worth, at which prices, and how far it can trade.</summary>
internal static class InspectVerb
{
    private static readonly string[] Notes =
    [
        "Balances, prices, limits and value are in amounts; unit offsets and the invariant in surface units (amount times rate).",
        "Spot prices: amount of the row's asset paid per amount of the column's asset, before any fee.",
        "Box excess: at most 1 while the price is inside the price bounds. Limits: the largest feasible amounts that reach the curve.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> pool = new("POOL.json") { Description = "The pool." };
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("inspect", "Shows offsets, prices, limits and value of a pool.", "myco inspect pool.json --format json", Notes) { pool, format };
        verb.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(pool), parsed.GetValue(format) == "json"));
        return verb;
    }

    private static int Run(Terminal terminal, string path, bool json)
    {
        PoolFile pool = InputFile.ReadPool(path);
        EllipsoidState state = InputFile.Guard(path, pool.ToState);
        PoolPrices prices = new(pool);
        prices.Update(state.Balances, state.Gradient);
        Report report = new();
        AddFacts(report, pool, state, prices);
        report.Tables.Add(Assets(pool, state));
        report.Tables.Add(SpotPrices(pool, prices));
        report.Tables.Add(Pairs(pool, state, prices));
        report.Write(terminal, json);
        return ExitCode.Done;
    }

    private static void AddFacts(Report report, PoolFile pool, EllipsoidState state, PoolPrices prices)
    {
        report.Facts.Add(("dimension", state.Surface.Dimension));
        report.Facts.Add(("kappa", state.Surface.Kappa));
        report.Facts.Add(("invariant", state.Invariant));
        report.Facts.Add(("supply", pool.Supply ?? state.Invariant));
        report.Facts.Add(("fee", pool.Fee));
        report.Facts.Add(("boxExcess", state.BoxExcess));
        report.Facts.Add(("value", prices.Value(prices.Dimension - 1)));
        report.Facts.Add(("valueAsset", pool.Assets[^1]));
    }

    private static ReportTable Assets(PoolFile pool, EllipsoidState state)
    {
        ReportTable table = new("assets", "asset", "balance", "rate", "stretch", "priceLower", "priceUpper", "unitOffset");
        EllipsoidSurface surface = state.Surface;
        for (int asset = 0; asset < pool.Assets.Count; asset++)
        {
            table.Add(
                pool.Assets[asset], pool.Balances[asset], pool.RateOf(asset),
                surface.Stretch[asset], surface.PriceLower[asset], surface.PriceUpper[asset], surface.UnitOffset[asset]);
        }

        return table;
    }

    private static ReportTable SpotPrices(PoolFile pool, PoolPrices prices)
    {
        // A column named "in" holds the row's asset, so an asset of that name gets a suffix.
        ReportTable table = new("spotPrices", ["in", .. pool.Assets.Select(name => name == "in" ? "in (out)" : name)]) { OwnColumns = 1 };
        for (int assetIn = 0; assetIn < prices.Dimension; assetIn++)
        {
            object?[] row = new object?[prices.Dimension + 1];
            row[0] = pool.Assets[assetIn];
            for (int assetOut = 0; assetOut < prices.Dimension; assetOut++)
            {
                row[assetOut + 1] = assetIn == assetOut ? 1.0 : prices.Spot(assetIn, assetOut);
            }

            table.Add(row);
        }

        return table;
    }

    private static ReportTable Pairs(PoolFile pool, EllipsoidState state, PoolPrices prices)
    {
        ReportTable table = new("pairs", "in", "out", "spotPrice", "largestExactIn", "largestExactOut");
        for (int assetIn = 0; assetIn < prices.Dimension; assetIn++)
        {
            for (int assetOut = 0; assetOut < prices.Dimension; assetOut++)
            {
                if (assetIn != assetOut)
                {
                    double largestIn = state.LargestAmount(SwapKind.ExactIn, assetIn, assetOut) / prices.Rate(assetIn);
                    double largestOut = state.LargestAmount(SwapKind.ExactOut, assetIn, assetOut) / prices.Rate(assetOut);
                    table.Add(pool.Assets[assetIn], pool.Assets[assetOut], prices.Spot(assetIn, assetOut), largestIn, largestOut);
                }
            }
        }

        return table;
    }
}
