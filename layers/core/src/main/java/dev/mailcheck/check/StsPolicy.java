package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_CERTIFICATE_BAD;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_HOST_MISSING;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_HOST_NOT_PUBLIC;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_TLS_FAILED;

import dev.mailcheck.https.PageVisit;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sender has in hand after it went to fetch the policy (RFC 8461, section 3.3). What only
 * time or the network here may have caused is not known; what the policy host itself has said, by
 * its certificate or its answer, counts.
 */
sealed interface StsPolicy {
    /**
     * Senders can use it.
     *
     * @param contentType as it was served; empty where none was named
     */
    record Usable(MtaStsPolicy.Valid policy, String contentType) implements StsPolicy {}

    /** Senders cannot, and go on as without one, or with an older one they still know. */
    record Unusable(FindingCode code, Map<String, String> arguments) implements StsPolicy {
        public Unusable {
            arguments = Map.copyOf(arguments);
        }
    }

    /** The reason is a key of the reason words. */
    record NotKnown(String reason) implements StsPolicy {}

    /** What came of the fetch, whether a record asked for it or not. */
    static StsPolicy of(MtaStsObservation seen, Judgement judgement) {
        Optional<String> obstacle = seen.notFetched();
        return obstacle.isPresent()
                ? unvisited(obstacle.get(), seen, judgement)
                : visited(seen.visits(), seen.host(), judgement);
    }

    private static StsPolicy unvisited(
            String obstacle, MtaStsObservation seen, Judgement judgement) {
        return switch (obstacle) {
            case "NO_ADDRESS" -> new Unusable(MTA_STS_POLICY_HOST_MISSING, Map.of());
            case "NOT_PUBLIC" ->
                    ResolverFindings.mayBeInsideView(judgement)
                            ? new NotKnown("INSIDE_VIEW_POSSIBLE")
                            : new Unusable(
                                    MTA_STS_POLICY_HOST_NOT_PUBLIC,
                                    Map.of("addresses", addresses(seen)));
            default -> new NotKnown(obstacle);
        };
    }

    private static String addresses(MtaStsObservation seen) {
        return String.join(", ", seen.a().data()) + String.join(", ", seen.aaaa().data());
    }

    private static StsPolicy visited(List<PageVisit> visits, String host, Judgement judgement) {
        PageVisit last = visits.getLast();
        return last.tls()
                .map(facts -> shaken(last, facts, host, judgement))
                .orElseGet(() -> new NotKnown(whyNotConnected(visits)));
    }

    private static String whyNotConnected(List<PageVisit> visits) {
        return visits.getFirst().notConnected().map(ConnectFailure::name).orElse("NOT_RUN");
    }

    private static StsPolicy shaken(
            PageVisit visit, TlsFacts facts, String host, Judgement judgement) {
        Optional<StsPolicy> failed = facts.failure().map(failure -> failed(failure, facts));
        return failed.orElseGet(() ->
                switch (StrictCertificate.of(host, facts, judgement.at())) {
                    case StrictCertificate.Passes passes -> StsPage.of(visit);
                    case StrictCertificate.NotKnown(String reason) -> new NotKnown(reason);
                    case StrictCertificate.Fails(String reason) ->
                            new Unusable(MTA_STS_POLICY_CERTIFICATE_BAD, Map.of("reason", reason));
                });
    }

    private static StsPolicy failed(TlsFailure failure, TlsFacts facts) {
        return switch (failure) {
            case ALERT -> tlsFailed("TLS_ALERT", facts.detail());
            case OLD_VERSION -> tlsFailed("TLS_TOO_OLD", facts.version().orElse("-"));
            case PROTOCOL_ERROR -> tlsFailed("TLS_PROTOCOL_ERROR", facts.detail());
            case BAD_CERTIFICATE -> tlsFailed("MALFORMED_CERTIFICATE", "-");
            case CHAIN_TOO_LONG -> tlsFailed("TLS_CHAIN_TOO_LONG", "-");
            case TOO_MUCH_DATA -> tlsFailed("TLS_TOO_MUCH_DATA", "-");
            case CLOSED, CHOICE_SEEN -> new NotKnown("HANDSHAKE_BROKE_OFF");
            case TIMEOUT -> new NotKnown("HANDSHAKE_TIMEOUT");
            case NOT_COMPUTED -> new NotKnown(HostTls.KEY_NOT_COMPUTED);
            case DEADLINE -> new NotKnown("DEADLINE");
        };
    }

    private static Unusable tlsFailed(String reason, String detail) {
        return new Unusable(MTA_STS_POLICY_TLS_FAILED, Map.of("reason", reason, "detail", detail));
    }
}
