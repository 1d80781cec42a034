package dev.mailcheck.dkim;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A signature that this header does not fit, and why. */
final class HeaderFailure {
    /** What an Ed25519 verification costs, in bytes that could be hashed in its stead. */
    private static final int COST_OF_ED25519 = 256 << 10;

    private final DkimSignature signature;
    private final ParsedKey key;
    private final SignatureCrypto crypto;
    private final Optional<DkimPublicKey.Rsa> rsa;
    private final Optional<byte[]> signed;

    /** With the key that made the signature, if one did; else with the first. */
    static HeaderFailure of(DkimSignature signature, List<ParsedKey> keys, SignatureCrypto crypto) {
        List<HeaderFailure> failures =
                keys.stream().map(key -> new HeaderFailure(signature, key, crypto)).toList();
        return failures.stream()
                .filter(failure -> failure.signed.isPresent())
                .findFirst()
                .orElse(failures.getFirst());
    }

    private HeaderFailure(DkimSignature signature, ParsedKey key, SignatureCrypto crypto) {
        this.signature = signature;
        this.key = key;
        this.crypto = crypto;
        this.rsa = key.rsaNumbers();
        this.signed =
                rsa.flatMap(
                        k -> SignedHash.of(k, signature.algorithm(), signature.signatureOctets()));
    }

    DkimReason reason() {
        if (rsa.isEmpty()) {
            return DkimReason.HEADER_OR_KEY_CHANGED;
        }
        return signed.isPresent()
                ? DkimReason.HEADER_CHANGED
                : DkimReason.SIGNATURE_DOES_NOT_FIT_KEY;
    }

    /** What happened to the header; nothing where it may not have been the header. */
    List<Diagnosis> diagnose(SignedMail mail, DiagnosisBudget budget) {
        if (rsa.isPresent() && signed.isEmpty()) {
            return List.of();
        }
        int cost = rsa.isPresent() ? 0 : COST_OF_ED25519;
        return new HeaderDiagnosis(mail, signature, test(), cost, budget).find();
    }

    private Predicate<SigningInput> test() {
        byte[] octets = signature.signatureOctets();
        return signed.<Predicate<SigningInput>>map(
                        hash -> input -> isHashOf(hash, signature.algorithm(), input))
                .orElse(input -> crypto.verify(key, signature.algorithm(), input, octets));
    }

    private static boolean isHashOf(byte[] hash, SigningAlgorithm algorithm, SigningInput input) {
        return MessageDigest.isEqual(hash, SignatureCrypto.hash(algorithm, input));
    }
}
