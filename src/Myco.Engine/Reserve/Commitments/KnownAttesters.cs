namespace Myco.Engine.Reserve.Commitments;

/// <summary>A verifier that takes the word of the attesters it is given; a contributor never attests their own work.</summary>
/// <param name="attesters">The names that are believed.</param>
public sealed class KnownAttesters(IEnumerable<string> attesters) : IAttestationVerifier
{
    private readonly HashSet<string> _attesters = new(attesters, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsGenuine(Attestation attestation) =>
        _attesters.Contains(attestation.Attester) && attestation.Attester != attestation.Contributor;
}
