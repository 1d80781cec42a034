package dev.mailcheck.dkim;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a signature says and what it covers of its mail.
 *
 * @param identity {@code i}, where the field has it
 * @param signedFields {@code h} in lower case, at most a hundred
 * @param unsignedFields fields that are there and should be signed (RFC 6376, section 5.4.1)
 * @param partlySignedFields signed fields that are there more often than they are signed
 * @param length {@code l}, in bytes
 * @param unsignedBytes how much of the body stands behind {@code l}
 * @param timestamp {@code t}, seconds since 1970
 * @param expiration {@code x}, seconds since 1970
 */
@Json
public record SignatureFacts(
        String headerCanonicalization,
        String bodyCanonicalization,
        Optional<String> identity,
        List<String> signedFields,
        List<String> unsignedFields,
        List<String> partlySignedFields,
        Optional<Long> length,
        Optional<Long> unsignedBytes,
        Optional<Long> timestamp,
        Optional<Long> expiration) {
    public SignatureFacts {
        signedFields = List.copyOf(signedFields);
        unsignedFields = List.copyOf(unsignedFields);
        partlySignedFields = List.copyOf(partlySignedFields);
    }
}
