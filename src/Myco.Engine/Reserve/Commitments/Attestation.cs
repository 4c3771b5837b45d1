namespace Myco.Engine.Reserve.Commitments;

/// <summary>Somebody's word for somebody's work.</summary>
/// <param name="Contributor">Who worked.</param>
/// <param name="Type">The type of work, a key of <see cref="LaborParameters.TokensPerUnit"/>.</param>
/// <param name="Units">How much, above 0.</param>
/// <param name="Time">When it was done, not in the future.</param>
/// <param name="Serial">A number that rises from one attestation of a contributor to the next, so that none is used twice.</param>
/// <param name="Attester">Whose word it is.</param>
public sealed record Attestation(string Contributor, string Type, double Units, double Time, long Serial, string Attester);
