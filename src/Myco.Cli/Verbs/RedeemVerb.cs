using System.CommandLine;
using System.Globalization;
using Myco.Cli.Console;
using Myco.Cli.Reports;
using Myco.Cli.States;
using Myco.Engine;
using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Cli.Verbs;

/// <summary><c>myco redeem</c>: what tokens would be paid for.</summary>
internal static class RedeemVerb
{
    private static readonly string[] Notes =
    [
        "Shows the dampening by recent redemptions, the redemption curve, and what each vault pays. The file is left as it is without --apply.",
        "A state file to start from: myco scenario run token-launch --state-out state.json. Time and prices are those of the file.",
        "An order that a check of the system refuses is named on stderr, with exit code 1.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> state = new("STATE.json") { Description = "The system's state." };
        Option<double> tokens = NumberOption.CreateRequired("--tokens", "The tokens to give up.", "X");
        Option<double?> limit = NumberOption.Create("--limit", "The least payout that is accepted.", "VALUE");
        Option<bool> apply = new("--apply") { Description = "Write the state after it, beside and renamed." };
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("redeem", "Shows what a redemption pays, or does it.", "myco redeem state.json --tokens 1000", Notes) { state, tokens, limit, apply, format };
        verb.SetAction(parsed =>
        {
            RedeemOperation order = new()
            {
                Tokens = PositiveOption.Require(parsed.GetValue(tokens), "--tokens"),
                LeastPayout = parsed.GetValue(limit) is double least ? PositiveOption.Require(least, "--limit") : 0,
            };
            return OrderPreview.Run(
                terminal, parsed.GetRequiredValue(state), _ => order, (preview, report) => Describe(order, preview, report), parsed.GetValue(apply), parsed.GetValue(format) == "json");
        });
        return verb;
    }

    private static void Describe(RedeemOperation order, OrderPreview preview, Report report)
    {
        SystemReceipt receipt = preview.Receipt;
        report.Facts.Add(("tokens", order.Tokens));
        report.Facts.Add(("payout", receipt.Value));
        report.Facts.Add(("payoutPerToken", receipt.Value / order.Tokens));
        report.Facts.Add(("burned", receipt.Burned));
        report.Facts.Add(("flowMultiplier", receipt.FlowMultiplier));
        report.Facts.Add(("effectiveTokens", receipt.EffectiveTokens));
        report.Facts.Add(("curveRegion", receipt.Region.ToString()));
        report.Facts.Add(("curveRate", receipt.RedemptionRate));
        report.Facts.Add(("redemptionLevel", receipt.RedemptionLevel));
        string rest = preview.State.Parameters.Dampening.Policy == DampeningPolicy.Burn ? "is burned too, for those who stay" : "stays with the holder";
        report.Closing.Add(receipt.FlowMultiplier < 1
            ? Invariant($"Recent redemptions of {preview.FlowBefore:G6} tokens dampen this one: {receipt.EffectiveTokens:G6} reach the curve, the rest {rest}.")
            : "Recent redemptions are too few to dampen this one: all tokens reach the curve.");
        report.Closing.Add(Invariant($"The curve pays {receipt.RedemptionRate:G6} a token: {Words(receipt.Region)}."));
    }

    private static string Words(RedemptionRegion region) => region switch
    {
        RedemptionRegion.Par => "the reserve covers the supply, every token is paid at par",
        RedemptionRegion.Undiscounted => "the threshold is not reached yet, the next token is paid at par",
        RedemptionRegion.Floor => "the reserve is at or below the floor, every token is paid its part of it",
        RedemptionRegion.FullThresholdResting => "the rate has come to rest at the backing ratio",
        RedemptionRegion.FullThresholdFalling => "the threshold is passed, the rate falls",
        RedemptionRegion.LowerThresholdHigh or RedemptionRegion.LowerThresholdLow => "the reserve allows only a lower threshold; it is passed, the rate falls",
        _ => "the reserve allows no threshold, and the rate falls steeper",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
