package dev.mailcheck.dkim;

import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What DKIM says of a mail (RFC 6376, section 6.1).
 *
 * @param result the best of all: one good signature is enough
 * @param signatures one for each DKIM-Signature field, from the top, those that cannot be read too
 * @param lineEndsMended whether the mail had bare LFs for line ends, which were read as CRLF
 */
@Json
public record DkimResult(
        DkimWord result, List<SignatureResult> signatures, boolean lineEndsMended) {
    /** From the best to the worst; none is the word for no signature at all. */
    private static final List<DkimWord> ORDER =
            List.of(
                    DkimWord.PASS,
                    DkimWord.TEMPERROR,
                    DkimWord.FAIL,
                    DkimWord.POLICY,
                    DkimWord.PERMERROR,
                    DkimWord.NEUTRAL,
                    DkimWord.NONE);

    public DkimResult {
        signatures = List.copyOf(signatures);
    }

    static DkimResult of(List<SignatureResult> signatures, boolean lineEndsMended) {
        int best = ORDER.size() - 1;
        for (SignatureResult signature : signatures) {
            best = Math.min(best, ORDER.indexOf(signature.result()));
        }
        return new DkimResult(ORDER.get(best), signatures, lineEndsMended);
    }

    /** The domains that signatures authenticate, each once. */
    public List<DnsName> authenticated() {
        return signatures.stream().flatMap(s -> s.authenticated().stream()).distinct().toList();
    }

    /** The domains of signatures that may be good, for all that the DNS told. */
    public List<DnsName> undecided() {
        return signatures.stream()
                .filter(s -> s.result() == DkimWord.TEMPERROR)
                .flatMap(s -> s.domain().flatMap(DnsName::parse).stream())
                .distinct()
                .toList();
    }
}
