using System.Runtime.CompilerServices;

namespace Myco.Engine.Surfaces;

/// <summary>What an order's own numbers tell before any state is asked, in the order of <see cref="QuoteStatus"/>.</summary>
internal static class AmountCheck
{
    /// <summary>A finite amount above zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuoteStatus Positive(double amount) =>
        !double.IsFinite(amount) ? QuoteStatus.NotFinite
        : amount < 0 ? QuoteStatus.Negative
        : amount == 0 ? QuoteStatus.Zero
        : QuoteStatus.Ok;

    /// <summary>Two different assets of the surface, a finite amount above zero and a fee of at least 0 and below 1.</summary>
    public static QuoteStatus Swap(int dimension, int assetIn, int assetOut, double amount, double fee) =>
        (uint)assetIn >= (uint)dimension || (uint)assetOut >= (uint)dimension ? QuoteStatus.BadAsset
        : assetIn == assetOut ? QuoteStatus.SameAsset
        : !double.IsFinite(amount) || !double.IsFinite(fee) ? QuoteStatus.NotFinite
        : amount < 0 || fee < 0 ? QuoteStatus.Negative
        : amount == 0 ? QuoteStatus.Zero
        : fee >= 1 ? QuoteStatus.Infeasible
        : QuoteStatus.Ok;

    /// <summary>One asset of the surface and a finite amount above zero.</summary>
    public static QuoteStatus Single(int dimension, int asset, double amount) =>
        (uint)asset >= (uint)dimension ? QuoteStatus.BadAsset : Positive(amount);

    /// <summary>Amounts that are finite and not below zero, at least one of them above.</summary>
    public static QuoteStatus Deposits(ReadOnlySpan<double> amounts)
    {
        bool finite = true, nonNegative = true, some = false;
        foreach (double amount in amounts)
        {
            finite &= double.IsFinite(amount);
            nonNegative &= !(amount < 0);
            some |= amount > 0;
        }

        return !finite ? QuoteStatus.NotFinite
            : !nonNegative ? QuoteStatus.Negative
            : !some ? QuoteStatus.Zero
            : QuoteStatus.Ok;
    }
}
