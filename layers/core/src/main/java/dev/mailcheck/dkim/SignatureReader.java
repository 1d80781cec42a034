package dev.mailcheck.dkim;

import dev.mailcheck.dns.ALabels;
import dev.mailcheck.dns.DnsName;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a signature's field (RFC 6376, section 6.1.1). It goes on behind a mistake with something
 * harmless, and in the end the first mistake counts.
 */
final class SignatureReader {
    private final SignedField field;
    private final SignatureKind kind;
    private final TagList tags;
    private @Nullable DkimCause mistake;

    SignatureReader(SignedField field, TagList tags, SignatureKind kind) {
        this.field = field;
        this.kind = kind;
        this.tags = tags;
    }

    SignatureReading read() {
        Claims claims = Claims.of(tags);
        tags.faults().stream()
                .findFirst()
                .ifPresent(fault ->
                        mistake(
                                DkimCause.of(
                                        DkimReason.SYNTAX, "fault", "TAG_" + fault.kind().name())));
        checkVersion();
        DkimSignature signature = signature(claims);
        checkMeaning(signature);
        return mistake == null
                ? new SignatureReading.WellFormed(signature)
                : new SignatureReading.Unreadable(claims, mistake);
    }

    private DkimSignature signature(Claims claims) {
        boolean seal = kind == SignatureKind.ARC_SEAL;
        SigningAlgorithm algorithm = algorithm();
        String signature = base64("b");
        String bodyHash = seal ? "" : base64("bh");
        String[] forms = seal ? new String[] {"relaxed", "relaxed"} : canonicalizations();
        DnsName domain = domain("d", required("d"));
        String selector = selector(required("s"));
        Optional<String> identity = kind == SignatureKind.DKIM_SIGNATURE ? tag("i") : none();
        return new DkimSignature(
                field,
                claims,
                algorithm,
                signature,
                bodyHash,
                canonicalization(forms[0]),
                canonicalization(forms[1]),
                domain,
                selector,
                keyName(selector, domain),
                seal ? List.of() : FieldNames.of(required("h")),
                identity,
                identity.map(i -> domain("i", i.substring(i.lastIndexOf('@') + 1))).orElse(domain),
                seal ? OptionalLong.empty() : number("l"),
                number("t"),
                seal ? OptionalLong.empty() : number("x"),
                seal ? none() : tag("z"));
    }

    private void checkVersion() {
        if (kind == SignatureKind.DKIM_SIGNATURE && !required("v").equals("1")) {
            mistake(DkimCause.of(DkimReason.VERSION_UNKNOWN, "version", tag("v").orElse("")));
        }
    }

    private void checkMeaning(DkimSignature signature) {
        if (kind == SignatureKind.ARC_SEAL) {
            return;
        }
        if (!signature.signedNames().contains("from")) {
            mistake(DkimCause.of(DkimReason.FROM_NOT_SIGNED));
        }
        if (kind == SignatureKind.ARC_MESSAGE_SIGNATURE
                && signature.signedNames().contains("arc-seal")) {
            mistake(DkimCause.of(DkimReason.SEAL_SIGNED));
        }
        if (tag("q").filter(q -> !FieldNames.of(q).contains("dns/txt")).isPresent()) {
            mistake(DkimCause.of(DkimReason.QUERY_METHOD_UNKNOWN, "query", tag("q").orElse("")));
        }
        checkIdentity(signature);
        checkTimes(signature);
    }

    private void checkIdentity(DkimSignature signature) {
        boolean address = signature.identity().map(i -> i.indexOf('@') >= 0).orElse(true);
        if (!address) {
            syntax("i");
        } else if (!signature.domain().contains(signature.identityDomain())) {
            mistake(
                    DkimCause.of(
                            DkimReason.IDENTITY_OUTSIDE_DOMAIN,
                            "identity",
                            signature.identity().orElse("")));
        }
    }

    private void checkTimes(DkimSignature signature) {
        if (signature.timestamp().isPresent()
                && signature.expiration().isPresent()
                && signature.expiration().getAsLong() <= signature.timestamp().getAsLong()) {
            mistake(DkimCause.of(DkimReason.EXPIRES_BEFORE_SIGNED));
        }
    }

    private SigningAlgorithm algorithm() {
        String word = required("a");
        Optional<SigningAlgorithm> algorithm = SigningAlgorithm.of(word);
        if (algorithm.isEmpty()) {
            mistake(DkimCause.of(DkimReason.ALGORITHM_UNKNOWN, "algorithm", word));
        }
        return algorithm.orElse(SigningAlgorithm.RSA_SHA256);
    }

    /** The forms of header and body, both of them simple by default. */
    private String[] canonicalizations() {
        String both = tag("c").orElse("simple");
        int slash = both.indexOf('/');
        return slash < 0
                ? new String[] {both, "simple"}
                : new String[] {both.substring(0, slash), both.substring(slash + 1)};
    }

    private Canonicalization canonicalization(String word) {
        Optional<Canonicalization> known = Canonicalization.of(word.strip());
        if (known.isEmpty()) {
            mistake(
                    DkimCause.of(
                            DkimReason.CANONICALIZATION_UNKNOWN, "canonicalization", word.strip()));
        }
        return known.orElse(Canonicalization.SIMPLE);
    }

    private String base64(String name) {
        String text = FieldNames.withoutBlanks(required(name));
        try {
            Base64.getDecoder().decode(text);
            return text;
        } catch (IllegalArgumentException notBase64) {
            syntax(name);
            return "";
        }
    }

    /** A domain of two labels or more; internationalised ones in UTF-8 (RFC 8616, section 5). */
    private DnsName domain(String tag, String text) {
        Optional<DnsName> name =
                ALabels.of(utf8(text)).filter(n -> n.labels() > 1 && isHostName(n.text()));
        if (name.isEmpty()) {
            syntax(tag);
        }
        return name.orElse(DnsName.ROOT);
    }

    private String selector(String text) {
        Optional<DnsName> name =
                ALabels.of(utf8(text)).filter(n -> !n.isRoot() && isHostName(n.text()));
        if (name.isEmpty()) {
            syntax("s");
        }
        return name.map(DnsName::text).orElse("");
    }

    private DnsName keyName(String selector, DnsName domain) {
        Optional<DnsName> name = domain.under(selector + "._domainkey");
        if (name.isEmpty()) {
            syntax("s");
        }
        return name.orElse(DnsName.ROOT);
    }

    private static boolean isHostName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!fits && c != '-' && c != '.' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static String utf8(String bytes) {
        if (isHostName(bytes)) {
            return bytes;
        }
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Digits, as many as there are. */
    private OptionalLong number(String name) {
        Optional<String> text = tag(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Digits.read(text.get());
        if (number.isEmpty()) {
            syntax(name);
        }
        return number;
    }

    private String required(String name) {
        Optional<String> value = tag(name).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            mistake(DkimCause.of(DkimReason.TAG_MISSING, "tag", name));
        }
        return value.orElse("");
    }

    private Optional<String> tag(String name) {
        return tags.value(name);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private void syntax(String tag) {
        mistake(DkimCause.of(DkimReason.SYNTAX, "tag", tag));
    }

    private void mistake(DkimCause cause) {
        if (mistake == null) {
            mistake = cause;
        }
    }
}
