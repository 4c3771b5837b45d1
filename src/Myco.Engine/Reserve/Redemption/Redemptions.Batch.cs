using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <content>Many redemptions, each on a state of its own.</content>
public static partial class Redemptions
{
    /// <summary>payouts[i], rates[i], regions[i], statuses[i] = <see cref="Quote(RedemptionParameters, in RedemptionState, double)"/> of amounts[i] on state i, by packs and to the same bits.</summary>
    /// <param name="parameters">The parameters of all curves.</param>
    /// <param name="levels">One level a state.</param>
    /// <param name="reserves">One reserve value a state.</param>
    /// <param name="supplies">One supply a state.</param>
    /// <param name="amounts">One amount a state.</param>
    /// <param name="payouts">One payout a state, NaN where refused.</param>
    /// <param name="rates">One rate a state, NaN where refused.</param>
    /// <param name="regions">One region a state.</param>
    /// <param name="statuses">One status a state.</param>
    /// <remarks>All spans have one length. Payouts and rates may each be written over one of the inputs, no other overlap. Allocates nothing.</remarks>
    /// <exception cref="ArgumentException">A span has another length than the payouts.</exception>
    public static void Quote(
        RedemptionParameters parameters,
        ReadOnlySpan<double> levels, ReadOnlySpan<double> reserves, ReadOnlySpan<double> supplies, ReadOnlySpan<double> amounts,
        Span<double> payouts, Span<double> rates, Span<RedemptionRegion> regions, Span<QuoteStatus> statuses)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        int count = payouts.Length;
        CheckLength(levels.Length, count, nameof(levels));
        CheckLength(reserves.Length, count, nameof(reserves));
        CheckLength(supplies.Length, count, nameof(supplies));
        CheckLength(amounts.Length, count, nameof(amounts));
        CheckLength(rates.Length, count, nameof(rates));
        CheckLength(regions.Length, count, nameof(regions));
        CheckLength(statuses.Length, count, nameof(statuses));
        Arguments arguments = new()
        {
            Parameters = parameters,
            Levels = levels,
            Reserves = reserves,
            Supplies = supplies,
            Amounts = amounts,
            Payouts = payouts,
            Rates = rates,
            Regions = regions,
            Statuses = statuses,
        };
        LaneDispatch.Invoke<Packs, Arguments>(ref arguments);
    }

    private static void CheckLength(int length, int wanted, string name)
    {
        if (length != wanted)
        {
            ThrowLength(length, wanted, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowLength(int length, int wanted, string name) => throw new ArgumentException(
        $"{name} has {length} elements instead of {wanted}; cut all spans to the length of the payouts.", name);

    private ref struct Arguments
    {
        public RedemptionParameters Parameters;
        public ReadOnlySpan<double> Levels;
        public ReadOnlySpan<double> Reserves;
        public ReadOnlySpan<double> Supplies;
        public ReadOnlySpan<double> Amounts;
        public Span<double> Payouts;
        public Span<double> Rates;
        public Span<RedemptionRegion> Regions;
        public Span<QuoteStatus> Statuses;
    }

    private readonly struct Packs : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            RedemptionThresholds<TLane> thresholds = arguments.Parameters.ThresholdsIn<TLane>();
            Span<double> numbers = stackalloc double[2 * TLane.Count];
            for (int i = 0; i < arguments.Payouts.Length; i += TLane.Count)
            {
                int count = Math.Min(arguments.Payouts.Length - i, TLane.Count);
                RedemptionQuote<TLane> quote = Redemptions<TLane>.Quote(
                    thresholds, Load<TLane>(arguments.Levels, i, count), Load<TLane>(arguments.Reserves, i, count),
                    Load<TLane>(arguments.Supplies, i, count), Load<TLane>(arguments.Amounts, i, count));
                TLane.StorePart(quote.Payout, ref MemoryMarshal.GetReference(arguments.Payouts), (nuint)i, count);
                TLane.StorePart(quote.Rate, ref MemoryMarshal.GetReference(arguments.Rates), (nuint)i, count);
                TLane.Store(quote.Region, ref MemoryMarshal.GetReference(numbers), 0);
                TLane.Store(quote.Status, ref MemoryMarshal.GetReference(numbers), (nuint)TLane.Count);
                for (int k = 0; k < count; k++)
                {
                    (arguments.Regions[i + k], arguments.Statuses[i + k]) = ((RedemptionRegion)numbers[k], (QuoteStatus)numbers[TLane.Count + k]);
                }
            }
        }

        private static TLane Load<TLane>(ReadOnlySpan<double> numbers, int start, int count)
            where TLane : struct, ILane<TLane> => TLane.LoadPart(in MemoryMarshal.GetReference(numbers), (nuint)start, count);
    }
}
