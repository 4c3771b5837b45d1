using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>A recurring payment and what it mints.</summary>
/// <param name="Name">The tier.</param>
/// <param name="PaymentPerMonth">The payment in value (USD), above 0.</param>
/// <param name="TokensPerValue">The tokens per unit of value, at least 0; the surface's spot is paid where it is more.</param>
public sealed record SubscriptionTier(string Name, double PaymentPerMonth, double TokensPerValue) : IDeclared<SubscriptionTier>
{
    static SubscriptionTier IDeclared<SubscriptionTier>.Accept(IFields fields, SubscriptionTier? value) => new(
        fields.Text("name", value?.Name ?? string.Empty, TextRule.Name),
        fields.Number("paymentPerMonth", value?.PaymentPerMonth ?? double.NaN, Interval.Positive),
        fields.Number("tokensPerValue", value?.TokensPerValue ?? double.NaN, Interval.NotNegative));
}
