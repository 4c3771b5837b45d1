using System.CommandLine;
using System.Globalization;
using Myco.Cli.Console;
using Myco.Cli.Reports;
using Myco.Cli.States;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Cli.Verbs;

/// <summary><c>myco deposit</c>: what a deposit would mint.</summary>
internal static class DepositVerb
{
    private static readonly string[] Notes =
    [
        "--value is split over the vaults toward their targets; --amounts names tokens of vaults. The file is left as it is without --apply.",
        "A state file to start from: myco scenario run token-launch --state-out state.json. Time and prices are those of the file.",
        "An order that a check of the system refuses is named on stderr, with exit code 1.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> state = new("STATE.json") { Description = "The system's state." };
        Option<double?> value = NumberOption.Create("--value", "The value to deposit.", "X");
        Option<string?> amounts = new("--amounts") { Description = "Tokens of vaults instead.", HelpName = "VAULT=AMOUNT,…" };
        Option<double?> limit = NumberOption.Create("--limit", "The fewest tokens minted that are accepted.", "TOKENS");
        Option<bool> apply = new("--apply") { Description = "Write the state after it, beside and renamed." };
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("deposit", "Shows what a deposit mints, or does it.", "myco deposit state.json --value 1000", Notes) { state, value, amounts, limit, apply, format };
        verb.SetAction(parsed =>
        {
            (double? total, string? named) = (parsed.GetValue(value), parsed.GetValue(amounts));
            if (total is null == named is null)
            {
                throw new UsageException("myco: a deposit has a --value or --amounts; give one of them");
            }

            double whole = total is double given ? PositiveOption.Require(given, "--value") : 0;
            double least = parsed.GetValue(limit) is double fewest ? PositiveOption.Require(fewest, "--limit") : 0;
            return OrderPreview.Run(
                terminal,
                parsed.GetRequiredValue(state),
                system => new DepositOperation { Value = whole, Amounts = named is null ? null : TrancheAmounts.Parse(named, system.Parameters), LeastMinted = least },
                Describe,
                parsed.GetValue(apply),
                parsed.GetValue(format) == "json");
        });
        return verb;
    }

    private static void Describe(OrderPreview preview, Report report)
    {
        SystemReceipt receipt = preview.Receipt;
        report.Facts.Add(("value", receipt.Value));
        report.Facts.Add(("minted", receipt.Minted));
        report.Facts.Add(("mintedPerValue", receipt.Minted / receipt.Value));
        report.Facts.Add(("feeRate", receipt.FeeRate));
        report.Facts.Add(("fee", receipt.FeeRate * receipt.Value));
        report.Facts.Add(("imbalanceBefore", receipt.ImbalanceBefore));
        report.Facts.Add(("imbalanceAfter", receipt.ImbalanceAfter));
        report.Facts.Add(("surfaceGrowth", receipt.SurfaceGrowth));
        report.Facts.Add(("dilutionCapped", receipt.DilutionCapped));
        report.Closing.Add(Invariant(
            $"The fee is {100 * receipt.FeeRate:G4} %, as the imbalance of the vaults goes from {receipt.ImbalanceBefore:G4} to {receipt.ImbalanceAfter:G4}; it stays in the vaults."));
        report.Closing.Add(preview.SupplyBefore == 0
            ? "It is the first deposit: it mints the surface's invariant times the initial supply per unit."
            : receipt.DilutionCapped ? "The surface would mint more than the value's part of the reserve; the mint is capped at that part."
            : Invariant($"With what is left of it the surface's invariant grows by {100 * receipt.SurfaceGrowth:G6} %, and so does the supply."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
