package dev.mailcheck.report;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.arc.ArcWord;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.message.AuthenticationResults;
import dev.mailcheck.message.AuthenticationResults.Result;
import dev.mailcheck.probe.ClientNameObservation;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SignaturesObservation;
import dev.mailcheck.spf.SpfResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a mail, as an Authentication-Results field tells it (RFC 8601, section 2.2). A
 * method that could not be tried is not in it.
 */
final class MailResults {
    private static final String OURS = "mailcheck";

    private final Observations seen;
    private final List<Result> results = new ArrayList<>();

    private MailResults(Observations seen) {
        this.seen = seen;
    }

    static AuthenticationResults of(Observations seen) {
        MailResults of = new MailResults(seen);
        of.collect();
        return AuthenticationResults.of(OURS, of.results);
    }

    private void collect() {
        seen.find(ClientNameObservation.class)
                .flatMap(ClientNameObservation::iprev)
                .ifPresent(this::iprev);
        seen.find(MailSpfObservation.class)
                .flatMap(MailSpfObservation::sender)
                .ifPresent(this::spf);
        seen.find(SignaturesObservation.class)
                .map(SignaturesObservation::dkim)
                .ifPresent(this::dkim);
        seen.find(MailDmarcObservation.class)
                .map(MailDmarcObservation::dmarc)
                .ifPresent(this::dmarc);
        seen.find(SignaturesObservation.class).map(SignaturesObservation::arc).ifPresent(this::arc);
    }

    private void iprev(IprevResult iprev) {
        String word = iprev.result().name().toLowerCase(Locale.ROOT);
        results.add(Result.of("iprev", word, Map.of("policy.iprev", iprev.ip())));
    }

    private void spf(SpfResult spf) {
        Map<String, String> properties =
                spf.mailFrom().isEmpty()
                        ? Map.of("smtp.helo", spf.helo())
                        : Map.of("smtp.mailfrom", spf.mailFrom());
        results.add(Result.of("spf", spf.result().word(), properties));
    }

    private void dkim(DkimResult dkim) {
        if (dkim.signatures().isEmpty()) {
            results.add(Result.of("dkim", DkimWord.NONE.word(), Map.of()));
        }
        dkim.signatures().forEach(signature -> results.add(of(signature)));
    }

    private static Result of(SignatureResult signature) {
        Map<String, String> properties = new LinkedHashMap<>();
        signature.domain().ifPresent(domain -> properties.put("header.d", domain));
        signature.selector().ifPresent(selector -> properties.put("header.s", selector));
        signature.algorithm().ifPresent(algorithm -> properties.put("header.a", algorithm));
        return commented(
                Result.of("dkim", signature.result().word(), properties),
                signature.result() == DkimWord.PASS
                        ? Optional.empty()
                        : Optional.of(text(signature.reason())));
    }

    private void dmarc(DmarcResult dmarc) {
        Map<String, String> properties =
                dmarc.fromDomain().map(domain -> Map.of("header.from", domain)).orElse(Map.of());
        results.add(
                commented(
                        Result.of("dmarc", dmarc.result().word(), properties),
                        dmarc.applied().map(policy -> "p=" + policy.word())));
    }

    private void arc(ArcResult arc) {
        Map<String, String> properties =
                arc.oldestPass()
                        .filter(oldest -> arc.result() == ArcWord.PASS)
                        .map(oldest -> Map.of("header.oldest-pass", String.valueOf(oldest)))
                        .orElse(Map.of());
        results.add(
                commented(
                        Result.of("arc", arc.result().word(), properties),
                        arc.result() == ArcWord.FAIL
                                ? Optional.of(text(arc.reason()))
                                : Optional.empty()));
    }

    private static Result commented(Result result, Optional<String> comment) {
        return comment.map(result::withComment).orElse(result);
    }

    /** Words of ours only: "body changed". */
    private static String text(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
