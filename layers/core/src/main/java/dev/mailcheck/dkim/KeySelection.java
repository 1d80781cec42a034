package dev.mailcheck.dkim;

import dev.mailcheck.dkim.DkimKeyRecord.Fault;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses among the records at a selector those that may verify a signature (RFC 6376, section
 * 6.1.2; RFC 8301, section 3.2). Of many records only the first few are looked at.
 */
final class KeySelection {
    private static final int MOST_RECORDS = 4;
    private static final int SHORTEST_RSA = 1_024;

    private final SignatureCrypto crypto;

    KeySelection(SignatureCrypto crypto) {
        this.crypto = crypto;
    }

    KeyChoice choose(DkimSignature signature, DnsAnswer answer) {
        Optional<DnsFailure> failure = answer.failure();
        if (failure.isPresent()) {
            return unusable(DkimReason.KEY_NOT_KNOWN, "dns", failure.get().name());
        }
        List<String> records = answer.data();
        if (records.isEmpty()) {
            return unusable(
                    DkimReason.KEY_MISSING, "dns", answer.nameMissing() ? "NXDOMAIN" : "NODATA");
        }
        return among(records, signature);
    }

    private KeyChoice among(List<String> records, DkimSignature signature) {
        if (records.size() == 1) {
            ParsedKey key = crypto.key(records.getFirst());
            return obstacle(key, signature)
                    .<KeyChoice>map(KeyChoice.Unusable::new)
                    .orElseGet(() -> new KeyChoice.Usable(List.of(key), 1));
        }
        List<ParsedKey> usable = new ArrayList<>();
        Map<String, DkimCause> obstacles = new LinkedHashMap<>();
        for (String record : records.subList(0, Math.min(records.size(), MOST_RECORDS))) {
            ParsedKey key = crypto.key(record);
            obstacle(key, signature)
                    .ifPresentOrElse(cause -> obstacles.put(record, cause), () -> usable.add(key));
        }
        return usable.isEmpty()
                ? new KeyChoice.Unusable(mostTelling(obstacles))
                : new KeyChoice.Usable(usable, records.size());
    }

    /** Another TXT record beside the key may be anything: the key's own obstacle tells more. */
    private static DkimCause mostTelling(Map<String, DkimCause> obstacles) {
        return obstacles.entrySet().stream()
                .filter(record -> DkimKeyRecord.isMeantAsKey(record.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> obstacles.values().iterator().next());
    }

    private static Optional<DkimCause> obstacle(ParsedKey key, DkimSignature signature) {
        return switch (key.record()) {
            case DkimKeyRecord.Revoked revoked -> Optional.of(DkimCause.of(DkimReason.KEY_REVOKED));
            case DkimKeyRecord.Faulty faulty ->
                    Optional.of(
                            DkimCause.of(DkimReason.KEY_FAULTY, "fault", faulty.fault().name()));
            case DkimKeyRecord.Valid valid ->
                    obstacle(valid, signature).or(() -> obstacle(key, valid.key(), signature));
        };
    }

    /** What the record's other tags forbid. */
    private static Optional<DkimCause> obstacle(
            DkimKeyRecord.Valid record, DkimSignature signature) {
        SigningAlgorithm algorithm = signature.algorithm();
        if (!record.hashes().isEmpty() && !record.hashes().contains(algorithm.hashWord())) {
            return Optional.of(
                    DkimCause.of(
                            DkimReason.KEY_FORBIDS_HASH,
                            "hashes",
                            String.join(":", record.hashes())));
        }
        return record.strict() && !signature.identityDomain().equals(signature.domain())
                ? Optional.of(DkimCause.of(DkimReason.KEY_FORBIDS_SUBDOMAIN))
                : Optional.empty();
    }

    private static Optional<DkimCause> obstacle(
            ParsedKey parsed, DkimPublicKey key, DkimSignature signature) {
        boolean forRsa = signature.algorithm().keyType().equals("rsa");
        return switch (key) {
            case DkimPublicKey.TooLarge tooLarge ->
                    Optional.of(DkimCause.of(DkimReason.KEY_TOO_LARGE));
            case DkimPublicKey.Ed25519 ed25519 ->
                    forRsa ? otherType("ed25519") : incomputable(parsed);
            case DkimPublicKey.Rsa rsa when !forRsa -> otherType("rsa");
            case DkimPublicKey.Rsa rsa when rsa.bits() < SHORTEST_RSA ->
                    Optional.of(
                            DkimCause.of(DkimReason.KEY_SHORT, "bits", String.valueOf(rsa.bits())));
            case DkimPublicKey.Rsa rsa -> incomputable(parsed);
        };
    }

    /** Numbers that make no key, as an RSA exponent of 1. */
    private static Optional<DkimCause> incomputable(ParsedKey key) {
        return key.isComputable()
                ? Optional.empty()
                : Optional.of(
                        DkimCause.of(DkimReason.KEY_FAULTY, "fault", Fault.KEY_UNREADABLE.name()));
    }

    private static Optional<DkimCause> otherType(String type) {
        return Optional.of(DkimCause.of(DkimReason.KEY_OF_OTHER_TYPE, "type", type));
    }

    private static KeyChoice unusable(DkimReason reason, String name, String value) {
        return new KeyChoice.Unusable(DkimCause.of(reason, name, value));
    }
}
