package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a signature covers of its mail, and what it leaves open. */
final class SignatureCoverage {
    private static final int MOST_NAMES = 100;

    /** The core of a mail (RFC 6376, section 5.4.1). */
    private static final List<String> SHOULD_BE_SIGNED =
            List.of(
                    "from",
                    "reply-to",
                    "subject",
                    "date",
                    "to",
                    "cc",
                    "resent-date",
                    "resent-from",
                    "resent-to",
                    "resent-cc",
                    "in-reply-to",
                    "references",
                    "list-id",
                    "list-help",
                    "list-unsubscribe",
                    "list-subscribe",
                    "list-post",
                    "list-owner",
                    "list-archive");

    private final SignedMail mail;
    private final DkimSignature signature;

    SignatureCoverage(SignedMail mail, DkimSignature signature) {
        this.mail = mail;
        this.signature = signature;
    }

    SignatureFacts facts() {
        List<String> names = signature.signedNames();
        return new SignatureFacts(
                signature.header().word(),
                signature.body().word(),
                signature.identity().map(DkimCause::capped),
                names.stream().limit(MOST_NAMES).map(DkimCause::capped).toList(),
                unsigned(Set.copyOf(names)),
                names.stream()
                        .distinct()
                        .limit(MOST_NAMES)
                        .filter(name -> mail.fields(name).size() > times(name))
                        .map(DkimCause::capped)
                        .toList(),
                boxed(signature.length()),
                unsignedBytes(),
                boxed(signature.timestamp()),
                boxed(signature.expiration()));
    }

    /** Whether the signature breaks when another From is added. */
    boolean guardsFrom() {
        return times("from") > mail.fields("from").size();
    }

    private List<String> unsigned(Set<String> signed) {
        List<String> unsigned = new ArrayList<>();
        for (String name : SHOULD_BE_SIGNED) {
            if (!signed.contains(name) && !mail.fields(name).isEmpty()) {
                unsigned.add(name);
            }
        }
        return unsigned;
    }

    private int times(String name) {
        int own = signature.field().name().equals(name) ? 1 : 0;
        return own + Collections.frequency(signature.signedNames(), name);
    }

    private Optional<Long> unsignedBytes() {
        if (signature.length().isEmpty()) {
            return Optional.empty();
        }
        long covered = signature.length().getAsLong();
        BodyHash body = mail.bodyHash(signature.body(), signature.algorithm(), signature.length());
        return Optional.of(Math.max(body.total() - covered, 0));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
