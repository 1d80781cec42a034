package dev.mailcheck.check;

import dev.mailcheck.dane.DaneMatching;
import dev.mailcheck.dane.DaneResult;
import dev.mailcheck.dane.ServedChain;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.tls.TlsFacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a sender that enforces DANE delivers to one address of a mail host (RFC 7672, section 3).
 * A pure function of what was seen.
 *
 * @param outcome {@code NONE} where it delivers as any other sender, since no record counts
 * @param why a reason word, also where it delivers
 * @param result how the records met the certificates; none where it did not come to that
 */
public record DaneVerdict(
        String host, String address, Outcome outcome, String why, Optional<DaneResult> result) {
    /** What the sender does. */
    public enum Outcome {
        DELIVERS,
        REFUSES,
        NONE,
        NOT_KNOWN
    }

    /** One for each probed address, best host first; none where the mail hosts are not known. */
    public static List<DaneVerdict> of(Judgement judgement) {
        List<DaneVerdict> verdicts = new ArrayList<>();
        judgement.seen().find(MxObservation.class).map(MxObservation::hosts).stream()
                .flatMap(List::stream)
                .forEach(host -> verdicts.addAll(of(host, judgement)));
        return verdicts;
    }

    static List<DaneVerdict> of(MxHost host, Judgement judgement) {
        DanePolicy policy = DanePolicy.of(judgement.seen(), host.name());
        return host.probed().stream()
                .map(address -> of(host.name(), address, policy, judgement))
                .toList();
    }

    private static DaneVerdict of(
            String host, String address, DanePolicy policy, Judgement judgement) {
        return switch (policy) {
            case DanePolicy.None(DanePolicy.Reason reason) ->
                    plain(host, address, Outcome.NONE, reason.name());
            case DanePolicy.NotKnown(String reason) ->
                    plain(host, address, Outcome.NOT_KNOWN, reason);
            case DanePolicy.Deferred(String question, String reason) ->
                    plain(host, address, Outcome.REFUSES, reason);
            case DanePolicy.Encrypted encrypted ->
                    overTls(host, address, judgement, facts -> new DaneResult.Unusable());
            case DanePolicy.Authenticated authenticated ->
                    overTls(
                            host,
                            address,
                            judgement,
                            facts -> matched(authenticated, facts, judgement));
        };
    }

    private static DaneVerdict plain(String host, String address, Outcome outcome, String why) {
        return new DaneVerdict(host, address, outcome, why, Optional.empty());
    }

    private interface Matching {
        DaneResult of(TlsFacts facts);
    }

    private static DaneVerdict overTls(
            String host, String address, Judgement judgement, Matching matching) {
        Observations seen = judgement.seen();
        List<SmtpSession> sessions = sessions(seen, host, address);
        if (sessions.isEmpty()) {
            return plain(host, address, Outcome.NOT_KNOWN, notProbed(seen));
        }
        return switch (HostTls.of(sessions, Vantage.of(seen))) {
            case HostTls.Works(TlsFacts facts) -> judged(host, address, matching.of(facts));
            case HostTls.Missing missing -> plain(host, address, Outcome.REFUSES, "NO_STARTTLS");
            case HostTls.Refused refused -> plain(host, address, Outcome.REFUSES, "NO_STARTTLS");
            case HostTls.Failed failed -> plain(host, address, Outcome.REFUSES, "TLS_FAILS");
            case HostTls.TooOld old -> plain(host, address, Outcome.REFUSES, "TLS_FAILS");
            case HostTls.NotKnown(String reason) -> plain(host, address, Outcome.NOT_KNOWN, reason);
        };
    }

    private static List<SmtpSession> sessions(Observations seen, String host, String address) {
        return seen.find(SmtpObservation.class).map(SmtpObservation::sessions).stream()
                .flatMap(List::stream)
                .filter(s -> s.host().equals(host) && s.address().equals(address))
                .toList();
    }

    private static String notProbed(Observations seen) {
        return seen.find(SmtpObservation.class)
                .map(smtp -> smtp.notProbed().orElse("NOT_PROBED"))
                .orElseGet(() -> seen.missingBecause(SmtpObservation.class));
    }

    private static DaneResult matched(
            DanePolicy.Authenticated policy, TlsFacts facts, Judgement judgement) {
        List<String> names = List.of(policy.base().text(), judgement.domain());
        Instant at = judgement.at();
        DaneResult result =
                DaneMatching.of(policy.records(), ServedChain.of(facts.certificates(), names, at));
        return result instanceof DaneResult.NoMatch && !facts.chainIsWhole()
                ? new DaneResult.NotComputed()
                : result;
    }

    private static DaneVerdict judged(String host, String address, DaneResult result) {
        return switch (result) {
            case DaneResult.Match match -> with(host, address, Outcome.DELIVERS, "MATCHES", result);
            case DaneResult.NoMatch none ->
                    with(host, address, Outcome.REFUSES, "MATCHES_NO_TLSA", result);
            case DaneResult.Unusable unusable ->
                    with(host, address, Outcome.DELIVERS, "TLSA_UNUSABLE", result);
            case DaneResult.NotComputed notComputed ->
                    with(host, address, Outcome.NOT_KNOWN, HostTls.KEY_NOT_COMPUTED, result);
        };
    }

    private static DaneVerdict with(
            String host, String address, Outcome outcome, String why, DaneResult result) {
        return new DaneVerdict(host, address, outcome, why, Optional.of(result));
    }
}
