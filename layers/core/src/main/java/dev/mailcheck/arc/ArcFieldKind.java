package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.TagList;

import java.util.List;
import java.util.OptionalInt;

/** The three fields of a set (RFC 8617, section 4.1), in the order in which they are sealed. */
enum ArcFieldKind {
    AUTHENTICATION_RESULTS("ARC-Authentication-Results", "arc-authentication-results"),
    MESSAGE_SIGNATURE("ARC-Message-Signature", "arc-message-signature"),
    SEAL("ARC-Seal", "arc-seal");

    private static final TagList NO_TAGS = new TagList(List.of(), List.of());

    private final String title;
    private final String key;

    ArcFieldKind(String title, String key) {
        this.title = title;
        this.key = key;
    }

    /** As mails write it. */
    String title() {
        return title;
    }

    List<SignedField> in(SignedMail mail) {
        return mail.fields(key);
    }

    ArcField read(SignedMail mail, SignedField field) {
        String value = mail.value(field);
        return switch (this) {
            case AUTHENTICATION_RESULTS ->
                    new ArcField(field, SealedResults.of(value).instance(), NO_TAGS, value);
            case MESSAGE_SIGNATURE, SEAL -> {
                TagList tags = TagList.ofField(value);
                OptionalInt instance =
                        tags.value("i").map(Instance::read).orElse(OptionalInt.empty());
                yield new ArcField(field, instance, tags, value);
            }
        };
    }
}
