package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.TagList;

import java.util.OptionalInt;

/** The three fields of a set (RFC 8617, section 4.1), in the order in which they are sealed. */
enum ArcField {
    AUTHENTICATION_RESULTS("ARC-Authentication-Results", "arc-authentication-results"),
    MESSAGE_SIGNATURE("ARC-Message-Signature", "arc-message-signature"),
    SEAL("ARC-Seal", "arc-seal");

    private final String title;
    private final String key;

    ArcField(String title, String key) {
        this.title = title;
        this.key = key;
    }

    /** As mails write it. */
    String title() {
        return title;
    }

    /** As {@link SignedMail} knows it. */
    String key() {
        return key;
    }

    /** The number of the set that a field belongs to; empty where it has none from 1 to 50. */
    OptionalInt instance(SignedMail mail, SignedField field) {
        String value = mail.value(field);
        return switch (this) {
            case AUTHENTICATION_RESULTS -> SealedResults.of(value).instance();
            case MESSAGE_SIGNATURE, SEAL ->
                    TagList.ofField(value)
                            .value("i")
                            .map(Instance::read)
                            .orElse(OptionalInt.empty());
        };
    }
}
