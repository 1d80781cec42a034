package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_KEY_MISSING;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_REVOKED;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_UNUSABLE;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_BODY_CHANGED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_EXPIRED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_FIELD_CHANGED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_HEADER_CHANGED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_OTHER_KEY;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNATURE_MALFORMED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNATURE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_TOO_MANY_SIGNATURES;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_BELOW_1024;

import dev.mailcheck.dkim.Diagnosis;
import dev.mailcheck.dkim.DkimReason;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;

import java.util.Optional;

/** A signature that authenticates nobody, and why. */
final class BrokenSignature {
    private static final String UNEXPLAINED = "UNEXPLAINED";

    private final SignatureResult signature;

    BrokenSignature(SignatureResult signature) {
        this.signature = signature;
    }

    /** Where the key of a signature is looked for. */
    static String keyName(SignatureResult signature) {
        return signature.selector().orElse("?") + "._domainkey." + signature.domain().orElse("?");
    }

    /** The finding that names the fault, with all its weight. */
    Finding finding() {
        return switch (signature.reason()) {
            case BODY_CHANGED -> as(DKIM_MAIL_BODY_CHANGED);
            case HEADER_CHANGED, HEADER_OR_KEY_CHANGED ->
                    as(field().isPresent() ? DKIM_MAIL_FIELD_CHANGED : DKIM_MAIL_HEADER_CHANGED);
            case SIGNATURE_DOES_NOT_FIT_KEY -> as(DKIM_MAIL_OTHER_KEY);
            case EXPIRED -> as(DKIM_MAIL_EXPIRED);
            case KEY_MISSING -> ofKey(DKIM_KEY_MISSING);
            case KEY_REVOKED -> ofKey(DKIM_KEY_REVOKED);
            case KEY_SHORT -> ofKey(DKIM_RSA_BELOW_1024);
            case KEY_FAULTY,
                    KEY_OF_OTHER_TYPE,
                    KEY_FORBIDS_HASH,
                    KEY_FORBIDS_SUBDOMAIN,
                    KEY_TOO_LARGE ->
                    ofKey(DKIM_KEY_UNUSABLE);
            case SYNTAX,
                    TAG_MISSING,
                    VERSION_UNKNOWN,
                    ALGORITHM_UNKNOWN,
                    CANONICALIZATION_UNKNOWN,
                    QUERY_METHOD_UNKNOWN,
                    IDENTITY_OUTSIDE_DOMAIN,
                    FROM_NOT_SIGNED,
                    SEAL_SIGNED,
                    EXPIRES_BEFORE_SIGNED,
                    LENGTH_BEYOND_BODY ->
                    as(DKIM_MAIL_SIGNATURE_MALFORMED);
            case KEY_NOT_KNOWN -> as(DKIM_MAIL_SIGNATURE_NOT_KNOWN);
            case TOO_MANY_SIGNATURES -> as(DKIM_MAIL_TOO_MANY_SIGNATURES);
            case VERIFIED -> throw new IllegalStateException("it is not broken");
        };
    }

    /** The same fault under the code that its weight asks for. */
    Finding as(FindingCode code) {
        return Finding.of(
                code,
                signature.domain().orElse("?"),
                "selector",
                signature.selector().orElse("?"),
                "reason",
                reason(),
                "field",
                field().orElse("?"),
                "tag",
                argument("tag"));
    }

    private Finding ofKey(FindingCode code) {
        return Finding.of(code, keyName(signature), "reason", reason(), "bits", argument("bits"));
    }

    /** The most telling word: the proven change, else the fault of the key, else the kind. */
    private String reason() {
        if (signature.result() == DkimWord.PASS) {
            return "DKIM_RSA_SHA1";
        }
        if (signature.reason() == DkimReason.KEY_NOT_KNOWN) {
            return argument("dns");
        }
        return signature.reason() == DkimReason.KEY_FAULTY
                ? argument("fault")
                : explained()
                        .map(diagnosis -> "DKIM_" + diagnosis.kind().name())
                        .orElse("DKIM_" + signature.reason().name());
    }

    private Optional<Diagnosis> explained() {
        return signature.diagnoses().stream()
                .filter(diagnosis -> !diagnosis.kind().name().endsWith(UNEXPLAINED))
                .findFirst();
    }

    private Optional<String> field() {
        return explained()
                .filter(diagnosis -> signature.reason() != DkimReason.BODY_CHANGED)
                .map(diagnosis ->
                        switch (diagnosis.kind()) {
                            case SUBJECT_PREFIX_ADDED -> "subject";
                            case FROM_REWRITTEN -> "from";
                            case FIELD_ADDED, FIELD_REFORMATTED, FIELD_CHANGED ->
                                    diagnosis.arguments().getOrDefault("field", "");
                            case BODY_TEXT_APPENDED,
                                    BODY_TEXT_PREPENDED,
                                    BODY_OTHER_CANONICALIZATION,
                                    BODY_FROM_LINES_ESCAPED,
                                    BODY_LINE_ENDS_CHANGED,
                                    BODY_UNEXPLAINED,
                                    HEADER_OTHER_CANONICALIZATION,
                                    HEADER_UNEXPLAINED ->
                                    "";
                        })
                .filter(field -> !field.isEmpty());
    }

    private String argument(String name) {
        return signature.arguments().getOrDefault(name, "?");
    }
}
