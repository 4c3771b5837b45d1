namespace Myco.Engine.Reserve.Commitments;

/// <summary>Decides whether an attestation is genuine; the signature scheme is the verifier's own.</summary>
public interface IAttestationVerifier
{
    /// <summary>Whether the attestation may be used; a pure function of it, so that a log replays alike.</summary>
    bool IsGenuine(Attestation attestation);
}
