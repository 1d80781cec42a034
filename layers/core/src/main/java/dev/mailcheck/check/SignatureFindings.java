package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_ED25519_ALONE;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_STRONG;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_VALID;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_BODY_PARTLY_UNSIGNED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_BROKEN_AFTER_FORWARDING;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_BROKEN_BESIDE_GOOD;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_EXPIRES_SOON;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_FIELDS_UNSIGNED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_FROM_NOT_OVERSIGNED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_LENGTH_LIMITED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SHA1;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNATURE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNED_IN_FUTURE;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_ABOVE_4096;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_BELOW_2048;
import static dev.mailcheck.check.FindingCode.DKIM_SEVERAL_RECORDS;
import static dev.mailcheck.check.FindingCode.DKIM_TEST_MODE;

import dev.mailcheck.dkim.DkimRemark;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.KeyFacts;
import dev.mailcheck.dkim.SignatureFacts;
import dev.mailcheck.dkim.SignatureResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be told of each signature of a mail: of one that holds what it leaves open, of one
 * that does not why, with the weight that it has among the others.
 */
final class SignatureFindings {
    private final boolean besideGood;
    private final boolean forwarded;
    private final boolean besideRsa;

    /**
     * @param besideGood whether a signature of the mail authenticates
     * @param forwarded whether the mail shows that it was forwarded
     */
    SignatureFindings(boolean besideGood, boolean forwarded, DkimResult dkim) {
        this.besideGood = besideGood;
        this.forwarded = forwarded;
        this.besideRsa =
                dkim.signatures().stream()
                        .flatMap(signature -> signature.algorithm().stream())
                        .anyMatch(algorithm -> algorithm.startsWith("rsa"));
    }

    List<Finding> of(SignatureResult signature) {
        if (signature.authenticated().isPresent()) {
            return Stream.concat(ofKey(signature), ofRemarks(signature)).toList();
        }
        return List.of(ofBroken(signature));
    }

    private Finding ofBroken(SignatureResult signature) {
        BrokenSignature broken = new BrokenSignature(signature);
        if (signature.result() == DkimWord.TEMPERROR && !besideGood) {
            return broken.as(DKIM_MAIL_SIGNATURE_NOT_KNOWN);
        }
        if (besideGood) {
            return broken.as(DKIM_MAIL_BROKEN_BESIDE_GOOD);
        }
        if (signature.result() == DkimWord.PASS) {
            return broken.as(DKIM_MAIL_SHA1);
        }
        return forwarded && signature.result() == DkimWord.FAIL
                ? broken.as(DKIM_MAIL_BROKEN_AFTER_FORWARDING)
                : broken.finding();
    }

    private Stream<Finding> ofKey(SignatureResult signature) {
        return signature.key().stream().flatMap(key -> ofKey(signature, key));
    }

    private Stream<Finding> ofKey(SignatureResult signature, KeyFacts key) {
        String name = BrokenSignature.keyName(signature);
        List<Finding> findings = new ArrayList<>();
        if (signature.has(DkimRemark.SEVERAL_KEY_RECORDS)) {
            findings.add(
                    Finding.of(DKIM_SEVERAL_RECORDS, name, "count", String.valueOf(key.records())));
        }
        if (signature.has(DkimRemark.KEY_TESTING)) {
            findings.add(Finding.of(DKIM_TEST_MODE, name));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.of(DKIM_KEY_VALID, name));
        }
        findings.add(strength(signature, key, name));
        return findings.stream();
    }

    private Finding strength(SignatureResult signature, KeyFacts key, String name) {
        String bits = String.valueOf(key.bits());
        if (!key.type().equals("rsa")) {
            return besideRsa
                    ? Finding.of(DKIM_KEY_STRONG, name, "algorithm", "Ed25519")
                    : Finding.of(DKIM_ED25519_ALONE, name);
        }
        if (signature.has(DkimRemark.RSA_KEY_BELOW_2048)) {
            return Finding.of(DKIM_RSA_BELOW_2048, name, "bits", bits);
        }
        return signature.has(DkimRemark.RSA_KEY_ABOVE_4096)
                ? Finding.of(DKIM_RSA_ABOVE_4096, name, "bits", bits)
                : Finding.of(DKIM_KEY_STRONG, name, "algorithm", "RSA " + bits);
    }

    private static Stream<Finding> ofRemarks(SignatureResult signature) {
        return signature.remarks().stream().flatMap(remark -> of(remark, signature).stream());
    }

    private static Optional<Finding> of(DkimRemark remark, SignatureResult signature) {
        return switch (remark) {
            case LENGTH_LIMITED ->
                    signature.has(DkimRemark.BODY_PARTLY_UNSIGNED)
                            ? Optional.empty()
                            : Optional.of(told(DKIM_MAIL_LENGTH_LIMITED, signature));
            case BODY_PARTLY_UNSIGNED ->
                    Optional.of(told(DKIM_MAIL_BODY_PARTLY_UNSIGNED, signature));
            case FROM_NOT_OVERSIGNED -> Optional.of(told(DKIM_MAIL_FROM_NOT_OVERSIGNED, signature));
            case FIELDS_UNSIGNED -> Optional.of(told(DKIM_MAIL_FIELDS_UNSIGNED, signature));
            case EXPIRES_SOON -> Optional.of(told(DKIM_MAIL_EXPIRES_SOON, signature));
            case SIGNED_IN_FUTURE -> Optional.of(told(DKIM_MAIL_SIGNED_IN_FUTURE, signature));
            case FIELD_PARTLY_UNSIGNED,
                    RSA_SHA1,
                    RSA_KEY_BELOW_2048,
                    RSA_KEY_ABOVE_4096,
                    KEY_TESTING,
                    SEVERAL_KEY_RECORDS,
                    PAST_EXPIRATION ->
                    Optional.empty();
        };
    }

    private static Finding told(FindingCode code, SignatureResult signature) {
        Optional<SignatureFacts> facts = signature.facts();
        return Finding.of(
                code,
                signature.domain().orElse(""),
                "selector",
                signature.selector().orElse(""),
                "bytes",
                facts.flatMap(SignatureFacts::unsignedBytes).map(String::valueOf).orElse("0"),
                "fields",
                facts.map(f -> String.join(", ", f.unsignedFields())).orElse(""));
    }
}
