namespace Myco.Engine.Reserve.Commitments;

/// <summary>A recurring payment and what it mints.</summary>
/// <param name="Name">The tier.</param>
/// <param name="PaymentPerMonth">The payment in value (USD), above 0.</param>
/// <param name="TokensPerValue">The tokens per unit of value, at least 0; the surface's spot is paid where it is more.</param>
public sealed record SubscriptionTier(string Name, double PaymentPerMonth, double TokensPerValue);
