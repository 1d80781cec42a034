package dev.mailcheck.dkim;

import dev.mailcheck.dns.DnsName;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A signature as its field says it (RFC 6376, section 3.5; RFC 8617, sections 4.1.2 and 4.1.3).
 *
 * @param signature {@code b} in Base64 without blanks
 * @param bodyHash {@code bh} likewise; empty for an ARC-Seal
 * @param header always relaxed for an ARC-Seal
 * @param domain {@code d}
 * @param keyName where its key is
 * @param signedNames {@code h} in lower case
 * @param identity {@code i}, where the field has it
 * @param identityDomain the domain of {@code i}, by default that of {@code d}
 * @param length {@code l}
 * @param timestamp {@code t}, seconds since 1970
 * @param expiration {@code x}, seconds since 1970
 * @param copiedFields {@code z} as written
 */
public record DkimSignature(
        SignedField field,
        Claims claims,
        SigningAlgorithm algorithm,
        String signature,
        String bodyHash,
        Canonicalization header,
        Canonicalization body,
        DnsName domain,
        String selector,
        DnsName keyName,
        List<String> signedNames,
        Optional<String> identity,
        DnsName identityDomain,
        OptionalLong length,
        OptionalLong timestamp,
        OptionalLong expiration,
        Optional<String> copiedFields) {
    public DkimSignature {
        signedNames = List.copyOf(signedNames);
    }

    /** Whether the body is the one that was signed. */
    public boolean fits(BodyHash hash) {
        return hash.is(Base64.getDecoder().decode(bodyHash));
    }

    byte[] signatureOctets() {
        return Base64.getDecoder().decode(signature);
    }

    /** What it covers of a header. */
    HeaderInput input(SignedMail mail) {
        return new HeaderInput(mail, header, SelectedFields.of(mail, signedNames, field), field);
    }
}
